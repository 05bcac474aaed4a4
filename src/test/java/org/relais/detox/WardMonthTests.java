package org.relais.detox;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.relais.staff.StaffFunction;
import org.relais.support.Turns;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ward of 40 beds under a virtual clock: at every minute, where each observation stands and which alarms are open, of
 * what, answered or asking whom, equals a model written from domain reference B.2 to B.5 alone. {@code
 * -Drelais.ward.days=30} runs a month, {@code -Drelais.ward.seeds=3} three of them.
 */
class WardMonthTests {

    private static final int BEDS = 40;
    private static final int DAYS = Integer.getInteger("relais.ward.days", 3);
    private static final int SEEDS = Integer.getInteger("relais.ward.seeds", 1);
    private static final long SEED = Long.getLong("relais.ward.seed", 20261122L);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Set<String> RULES = Set.of(
            "E01", "E02", "E03", "E04", "E05", "E06a", "E06b", "E07", "E08a", "E08b", "E09a", "E09b", "E10", "E11",
            "E12", "E13", "E14", "E15", "E16");

    @Test
    void observations_and_alarms_of_a_ward_equal_those_of_the_model_at_every_minute() throws IOException {
        var lines = new StringBuilder();
        for (var seed = SEED; seed < SEED + SEEDS; seed++) {
            lines.append(compare(seed)).append(System.lineSeparator());
        }
        Turns.write("ward.txt", lines.toString());
    }

    /** Compares, and says in one line how much there was to compare. */
    private static String compare(long seed) {
        var compared = 0L;
        var model = new WardModel(
                second -> held(WardInMemory.at(second)).stream().map(Enum::name).collect(Collectors.toSet()));
        var ward = new WardInMemory(WardMonthTests::held);
        var life = new WardLife(seed, BEDS, 1440, true, model);
        var seen = new TreeMap<String, Integer>();
        for (var minute = 0; minute < DAYS * 1440; minute++) {
            model.begin(minute);
            ward.look(minute * 60L);
            for (var act : life.minute(minute)) {
                var done = ward.accept(act);
                assertThat(done).as("%s, seed %d", act, seed).isEqualTo(life.possible(act));
                seen.merge(act.getClass().getSimpleName() + (done ? "" : " refused"), 1, Integer::sum);
            }
            var lines = model.lines(minute * 60L + 59);
            assertThat(differences(ward.lines(minute * 60L + 59), lines))
                    .as("minute %d, seed %d", minute, seed)
                    .isEmpty();
            compared += lines.size();
            for (var line : lines) {
                for (var state : new String[] {
                    " DUE ", " OVERDUE ", " row 2", "LATE", "ASLEEP", "REFUSED", "ACKNOWLEDGED", "MEDICAL_DIRECTOR"
                }) {
                    if (line.contains(state)) {
                        seen.merge(state.strip(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(model.fired().keySet()).as("every rule fired").isEqualTo(RULES);
        assertThat(seen.values())
                .as("nothing was compared that never happened: %s", seen)
                .hasSize(19)
                .allMatch(count -> count >= DAYS);
        return "seed %d: %d beds, %d days, %d minutes and %d lines compared, all equal; alarms %s; %s"
                .formatted(seed, BEDS, DAYS, DAYS * 1440, compared, model.fired(), seen);
    }

    /** What only one of them says, each line as often as it says it more often. */
    static List<String> differences(List<String> portal, List<String> model) {
        if (portal.equals(model)) {
            return List.of();
        }
        var only = new ArrayList<String>();
        var rest = new ArrayList<>(model);
        portal.stream()
                .filter(line -> !rest.remove(line))
                .map("portal: "::concat)
                .forEach(only::add);
        rest.stream().map("model: "::concat).forEach(only::add);
        return only;
    }

    // Some days nobody holds a function: then the next is asked at once
    static Set<StaffFunction> held(Instant moment) {
        var day = LocalDate.ofInstant(moment, ZONE).getDayOfYear();
        var held = EnumSet.of(StaffFunction.ON_CALL);
        if (day % 3 != 0) {
            held.add(StaffFunction.CHARGE_NURSE);
        }
        if (day % 5 != 0) {
            held.add(StaffFunction.MEDICAL_DIRECTOR);
        }
        return held;
    }
}
