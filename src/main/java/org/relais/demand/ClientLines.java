package org.relais.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.relais.shared.CentreId;

/**
 * One line a client, under the pseudonym of the year and in its order, which tells nothing. The day of the beginning is
 * cut to its month where few share substance, sex and centre (PRI-14).
 */
final class ClientLines {

    private static final int MONTH = 7;

    private final DemandRule rule;
    private final Pseudonyms pseudonyms;
    private final Function<CentreId, String> centre;
    private final int year;

    ClientLines(DemandRule rule, Pseudonyms pseudonyms, Function<CentreId, String> centre, int year) {
        this.rule = rule;
        this.pseudonyms = pseudonyms;
        this.centre = centre;
        this.year = year;
    }

    void write(List<DemandCase> clients, SignedLines file) {
        head(List.of("CLIENT", "CENTRE", "1_CENTRE_TYPE", "2_START"), DemandItem.all(false), file);
        var groups = DemandReport.groups(clients);
        clients.stream()
                .map(one -> line(one, groups.getOrDefault(DemandReport.group(one), 0) < rule.smallestShown()))
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(file::write);
    }

    /** What the country adds of each of them: to be joined by the pseudonym. */
    void writeAdded(List<DemandCase> clients, SignedLines file) {
        var items = DemandItem.all(true);
        head(List.of("CLIENT", "CENTRE"), items, file);
        clients.stream()
                .map(one -> {
                    var line = new ArrayList<>(List.of(pseudonyms.of(year, one.person()), centre.apply(one.centre())));
                    items.forEach(item -> line.add(one.code(item)));
                    return line;
                })
                .sorted(Comparator.comparing(List::getFirst))
                .forEach(file::write);
    }

    private static void head(List<String> first, List<DemandItem> items, SignedLines file) {
        var head = new ArrayList<>(first);
        items.forEach(item -> head.add(item.mark() + "_" + item.name()));
        file.write(head);
    }

    private List<String> line(DemandCase one, boolean few) {
        var day = one.start().toString();
        var line = new ArrayList<>(List.of(
                pseudonyms.of(year, one.person()),
                centre.apply(one.centre()),
                one.centreType().name(),
                few ? day.substring(0, MONTH) : day));
        DemandItem.all(false).forEach(item -> line.add(one.code(item)));
        return line;
    }
}
