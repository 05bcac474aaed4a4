package org.relais.exchange;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.relais.exchange.TypeResult.Reason;

/** What all files of one import have brought, by type. */
final class ImportSummary {

    private final HouseWords words;
    private final Map<String, TypeResult> types = new TreeMap<>();
    private final Map<String, PartResult> parts = new TreeMap<>();
    private int imported;
    private int alreadyThere;
    private int namesOnly;
    private int broken;

    ImportSummary(HouseWords words) {
        this.words = words;
    }

    void add(ReferralResult result) {
        if (result.referral() == null) {
            alreadyThere++;
        } else {
            imported++;
        }
        result.types().forEach(type -> types.merge(type.type(), type, ImportSummary::sum));
        result.parts()
                .forEach(part -> parts.merge(
                        part.path() + " " + part.key(),
                        part,
                        (one, other) -> new PartResult(one.path(), one.key(), one.count() + other.count())));
    }

    void addNamesOnly() {
        namesOnly++;
    }

    void addBroken() {
        broken++;
    }

    boolean complete() {
        return broken == 0;
    }

    void print(PrintStream out, long seconds) {
        out.println(words.text(
                "exchange.command.files",
                imported + alreadyThere + namesOnly + broken,
                imported,
                alreadyThere,
                namesOnly,
                broken,
                seconds));
        if (types.isEmpty()) {
            return;
        }
        out.println();
        printTable(out);
        var sorted = types.values().stream()
                .filter(type -> type.leftOut() > 0)
                .sorted(Comparator.comparing(type -> words.type(type.type())))
                .toList();
        if (!sorted.isEmpty()) {
            out.println();
            out.println(words.text("exchange.command.left-out"));
            sorted.forEach(type -> type.reasons()
                    .forEach(reason -> out.println("  " + words.type(type.type()) + " (" + reason.count() + ") : "
                            + words.text(reason.key()))));
        }
        if (!parts.isEmpty()) {
            out.println();
            out.println(words.text("exchange.command.parts"));
            parts.values()
                    .forEach(part ->
                            out.println("  " + part.path() + " (" + part.count() + ") : " + words.text(part.key())));
        }
    }

    private void printTable(PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                words.text("exchange.field.type"),
                words.text("exchange.field.in-file"),
                words.text("exchange.field.imported"),
                words.text("exchange.field.already-there"),
                words.text("exchange.field.left-out")));
        types.values().stream()
                .sorted(Comparator.comparing(type -> words.type(type.type())))
                .forEach(type -> rows.add(List.of(
                        words.type(type.type()),
                        String.valueOf(type.inFile()),
                        String.valueOf(type.imported()),
                        String.valueOf(type.alreadyThere()),
                        String.valueOf(type.leftOut()))));
        var widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        rows.forEach(row -> {
            var line = new StringBuilder(row.getFirst())
                    .append(" ".repeat(widths[0] - row.getFirst().length()));
            for (int column = 1; column < widths.length; column++) {
                line.append("  ")
                        .append(" ".repeat(widths[column] - row.get(column).length()))
                        .append(row.get(column));
            }
            out.println(line);
        });
    }

    private static TypeResult sum(TypeResult one, TypeResult other) {
        var reasons = new TreeMap<String, Integer>();
        one.reasons().forEach(reason -> reasons.merge(reason.key(), reason.count(), Integer::sum));
        other.reasons().forEach(reason -> reasons.merge(reason.key(), reason.count(), Integer::sum));
        return new TypeResult(
                one.type(),
                one.inFile() + other.inFile(),
                one.imported() + other.imported(),
                one.alreadyThere() + other.alreadyThere(),
                reasons.entrySet().stream()
                        .map(reason -> new Reason(reason.getKey(), reason.getValue()))
                        .toList());
    }
}
