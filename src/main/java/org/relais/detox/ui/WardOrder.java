package org.relais.detox.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

import org.relais.detox.WardRow;

/** How the beds of a board are put in order. */
enum WardOrder {
    /** As the rooms lie. */
    ROOM {
        @Override
        Comparator<WardRow> comparator() {
            return Comparator.comparingInt(row -> 0);
        }
    },
    /** What is due first, first. */
    DUE {
        @Override
        Comparator<WardRow> comparator() {
            return Comparator.comparing(row -> {
                var next = row.next();
                return next == null ? Instant.MAX : next.course().dueAt();
            });
        }
    },
    /** The most severe last score first. */
    SCORE {
        @Override
        Comparator<WardRow> comparator() {
            return Comparator.<WardRow>comparingInt(row -> {
                        var severity = Scores.severity(row);
                        return severity == null ? Integer.MAX_VALUE : severity.ordinal();
                    })
                    .thenComparing(row -> -Scores.total(row));
        }
    };

    abstract Comparator<WardRow> comparator();

    /** The key of its word in the bundles. */
    String key() {
        return "detox.order." + name().toLowerCase(Locale.ROOT);
    }
}
