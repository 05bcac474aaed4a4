package org.relais.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Permission;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;

/**
 * The indicators of all centres, for those who read the reports and see no centre's own figures: who has some of them
 * exactly could take them from the sums. Calendar years with their quarters and months only, and no cell from which a
 * small count could be worked out. There is no list behind any of these numbers.
 */
@Service
public class NetworkFigures {

    private static final int MONTHS = 12;

    private final FigureReader reader;
    private final SummingUp sums;
    private final FactTable facts;
    private final RuleInForce<NetworkRule> rule;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    NetworkFigures(
            FigureReader reader,
            SummingUp sums,
            FactTable facts,
            RuleInForce<NetworkRule> rule,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.reader = reader;
        this.sums = sums;
        this.facts = facts;
        this.rule = rule;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    /** The calendar years that can be asked for, the latest first. */
    public List<Integer> years(Scope reports) {
        require(reports);
        var last = today().getYear();
        return IntStream.range(0, rule.now().years())
                .mapToObj(back -> last - back)
                .toList();
    }

    /** The latest year of which a quarter is over. */
    public int latest(Scope reports) {
        require(reports);
        var today = today();
        return today.isAfter(CalendarSpan.QUARTER_1.in(today.getYear()).to()) ? today.getYear() : today.getYear() - 1;
    }

    /**
     * The figures of a year. A quarter is in it once it is over everywhere, and its things can be counted: of an
     * indicator with a lag, so many days later.
     *
     * @throws InvalidInput at {@code year} for a year that is not offered
     */
    @Transactional(readOnly = true)
    public NetworkYear year(Scope reports, int year) {
        if (!years(reports).contains(year)) {
            throw new InvalidInput("year", "indicator.network.error.year");
        }
        var all = centres.all();
        var yesterday = today().minusDays(1);
        var definitions = reader.inForce(today()).stream()
                .sorted(Comparator.comparingInt(IndicatorRule::order))
                .toList();
        var available = definitions.stream()
                .map(IndicatorRule::code)
                .filter(sums.contributed()::contains)
                .collect(Collectors.toSet());
        var ids = all.stream()
                .map(Centre::id)
                .sorted(Comparator.comparing(CentreId::toString))
                .toList();
        var months = months(reports, ids, year - 1, yesterday);
        return new NetworkYear(
                year,
                facts.summedAt().orElse(null),
                rule.now(),
                all.stream().sorted(Comparator.comparing(Centre::name)).toList(),
                definitions,
                available,
                tables(definitions, available, ids, months.subList(MONTHS, 2 * MONTHS), year, yesterday),
                tables(definitions, available, ids, months.subList(0, MONTHS), year - 1, yesterday));
    }

    /** Logs for every centre that the figures of a year leave the portal as a file; committed before the file is made. */
    @Transactional
    public void exported(Scope reports, int year) {
        if (!years(reports).contains(year)) {
            throw new InvalidInput("year", "indicator.network.error.year");
        }
        for (var centre : centres.all()) {
            access.recordAct(reports, AccessAction.EXPORT, "network-figures", centre.id());
        }
    }

    private List<Map<String, Map<CentreId, Figure>>> months(
            Scope reports, List<CentreId> ids, int firstYear, LocalDate reportDate) {
        var read = new ArrayList<Map<String, Map<CentreId, Figure>>>();
        if (ids.isEmpty()) {
            IntStream.range(0, 2 * MONTHS).forEach(_ -> read.add(Map.of()));
            return read;
        }
        var question = new FigureQuestion(Set.copyOf(ids), Set.of());
        var first = LocalDate.of(firstYear, 1, 1);
        for (var sheet : reader.months(reports.hidden(), question, first, 2 * MONTHS, reportDate)
                .values()) {
            var byCode = new HashMap<String, Map<CentreId, Figure>>();
            sheet.figures().forEach((code, places) -> {
                var byCentre = byCode.computeIfAbsent(code, _ -> new HashMap<>());
                places.forEach((place, figure) -> byCentre.merge(place.centre(), figure, Figure::plus));
            });
            read.add(byCode);
        }
        return read;
    }

    private Map<String, NetworkTable> tables(
            List<IndicatorRule> definitions,
            Set<String> available,
            List<CentreId> ids,
            List<Map<String, Map<CentreId, Figure>>> months,
            int year,
            LocalDate reportDate) {
        var tables = new LinkedHashMap<String, NetworkTable>();
        for (var definition : definitions) {
            if (available.contains(definition.code())) {
                var over = (int) CalendarSpan.quarters().stream()
                        .filter(quarter -> !quarter.in(year)
                                .to()
                                .plusDays(definition.lagDays())
                                .isAfter(reportDate))
                        .count();
                tables.put(
                        definition.code(),
                        NetworkTable.of(
                                definition.measure(),
                                ids,
                                months.stream()
                                        .map(month -> month.getOrDefault(definition.code(), Map.of()))
                                        .toList(),
                                over,
                                rule.now().smallestShown()));
            }
        }
        return tables;
    }

    // A role has one or the other, so that nobody can take what they have exactly from what they are shown here
    private void require(Scope reports) {
        access.requireFull(reports, Section.REPORT);
        access.requireNoPermission(reports, Permission.AGGREGATES);
    }

    // Of several time zones the one furthest behind: a quarter is over when it is over everywhere
    private LocalDate today() {
        var now = clock.instant();
        return centres.all().stream()
                .map(centre -> centre.serviceDay().of(now))
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
