package org.relais.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a rule saw: codes and numbers only, put into words where it is shown.
 *
 * @param subject the code of the instrument, vital sign, event or condition
 * @param value the total, the rise, the code of the band or the measured number; empty where the subject says it all
 */
public record Reading(Kind kind, String subject, String value) {

    private static final String BETWEEN = ",";
    private static final String WITHIN = ":";

    /** How the value reads. */
    public enum Kind {
        TOTAL,
        RISE,
        ITEMS,
        BAND,
        SIGN,
        CONSCIOUSNESS,
        NOT_ASSESSABLE,
        EVENT,
        TOLD
    }

    static String column(List<Reading> readings) {
        return readings.stream()
                .map(reading -> String.join(WITHIN, reading.kind.name(), reading.subject, reading.value))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Reads what an entry's detail holds. */
    public static List<Reading> read(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(BETWEEN))
                        .map(part -> part.split(WITHIN, -1))
                        .map(part -> new Reading(Kind.valueOf(part[0]), part[1], part[2]))
                        .toList();
    }
}
