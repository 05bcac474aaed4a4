package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.relais.detox.DetoxOutcome;
import org.relais.detox.Substance;
import org.relais.staff.Role;

/**
 * The watch over a past withdrawal, complete: every observation of its protocol, most in time, some late, a few not made
 * at all. In a bed of Les Tilleuls it lasts as long as the first days are hard; at home or at La Passerelle, a week.
 */
final class Observed {

    private static final List<String> SUBJECTIVE = List.of(
            "ANXIOUS",
            "YAWNING",
            "SWEATING",
            "TEARING",
            "RUNNY_NOSE",
            "GOOSEFLESH",
            "SHAKING",
            "HOT_FLUSHES",
            "COLD_FLUSHES",
            "ACHES",
            "RESTLESS",
            "NAUSEOUS",
            "VOMITING",
            "TWITCHES",
            "CRAMPS",
            "USE_NOW");
    private static final List<String> MOOD = List.of(
            "INTEREST",
            "LOW_MOOD",
            "SLEEP",
            "ENERGY",
            "APPETITE",
            "WORTH",
            "CONCENTRATION",
            "MOVEMENT",
            "SELF_HARM",
            "DIFFICULTY");
    private static final int DAY = 24 * 60;

    private final Course course;
    private final Chance chance;
    private final String centre;
    private Instant begun = Instant.EPOCH;
    private Instant end = Instant.EPOCH;

    Observed(Course course, String centre) {
        this.course = course;
        this.chance = new Chance(course.random());
        this.centre = centre;
    }

    /** Hours the watch lasts for whoever comes for this. */
    int hours() {
        return switch (course.person().substance()) {
            case ALCOHOL -> chance.between(48, 66);
            case HEROIN, TRAMADOL -> chance.between(60, 84);
            case COCAINE, DIAZEPAM, CANNABIS -> chance.between(110, 150);
        };
    }

    /** In a bed. */
    void onTheWard(Instant admitted, int hours, DetoxOutcome outcome) {
        begun = admitted.plusSeconds(900);
        end = admitted.plus(Duration.ofHours(hours));
        switch (course.person().substance()) {
            case ALCOHOL -> {
                begin("ALC_IN", Substance.ALCOHOL);
                alcohol();
                signs(240);
            }
            case HEROIN, TRAMADOL -> {
                begin(
                        "OPI_IN",
                        course.person().substance() == Invented.Substance.HEROIN
                                ? Substance.HEROIN
                                : Substance.OTHER_OPIOID);
                every(480, turn -> 480, this::opioid);
                signs(480);
                every(DAY, turn -> DAY, (at, turn) -> rate(at, "SOWS16", SUBJECTIVE, 1));
            }
            case COCAINE, DIAZEPAM, CANNABIS -> {
                begin("STIM", Substance.COCAINE);
                signs(DAY);
                every(6 * DAY, turn -> 6 * DAY, (at, turn) -> rate(at, "PHQ9", MOOD, 1));
                every(7 * DAY, turn -> 7 * DAY, (at, turn) -> asked(at));
            }
        }
        end(outcome);
    }

    /** With visits: at home for alcohol, the induction of a treatment by an agonist for opioids. */
    void onVisits(Instant first, DetoxOutcome outcome) {
        begun = first.plusSeconds(900);
        var physician = course.other(Role.PHYSICIAN, centre);
        if (course.person().substance() == Invented.Substance.ALCOHOL) {
            end = first.plus(Duration.ofDays(6));
            begin("ALC_OUT", Substance.ALCOHOL, physician);
            for (var day : List.of(0, 1, 3)) {
                course.on(
                        begun.plus(Duration.ofDays(day)).plusSeconds(600),
                        physician,
                        new Deed.Rate("CIWA_AR", centre, Ratings.ciwa(7 - day, course.random()), null));
            }
        } else {
            end = first.plus(Duration.ofDays(4)).plus(Duration.ofHours(4));
            begin(
                    "BUP_IND",
                    course.person().substance() == Invented.Substance.HEROIN
                            ? Substance.HEROIN
                            : Substance.OTHER_OPIOID,
                    physician);
            made(0, DAY, turn -> DAY, (at, turn) -> cows(at, 8 - turn, physician));
        }
        end(outcome, physician);
    }

    private void alcohol() {
        var from = chance.between(8, 13);
        // Moderate at first, and once it was mild three times there is more time between two
        var mild = (from - 6 + 1) / 2;
        every(
                120,
                turn -> turn < mild ? 120 : turn < mild + 2 ? 240 : 480,
                (at, turn) -> course.on(
                        at,
                        nurse(),
                        new Deed.Rate(
                                "CIWA_AR",
                                centre,
                                Ratings.ciwa(
                                        turn < mild ? Math.max(8, from - turn) : Math.max(1, 7 - turn),
                                        course.random()),
                                null)));
    }

    private void opioid(Instant at, int turn) {
        cows(at, Math.max(2, 12 - turn), nurse());
    }

    private void cows(Instant at, int total, String who) {
        course.on(at, who, new Deed.Rate("COWS", centre, Ratings.cows(Math.max(2, total), course.random()), null));
    }

    private void signs(int minutes) {
        every(
                minutes,
                turn -> minutes,
                (at, turn) -> course.on(
                        at,
                        nurse(),
                        new Deed.Measure(centre, Ratings.vitals(turn < 3 ? 2 : 1, course.random()), null)));
    }

    private void rate(Instant at, String instrument, List<String> items, int most) {
        var values = new LinkedHashMap<String, Integer>();
        items.forEach(item -> values.put(item, item.equals("SELF_HARM") ? 0 : chance.between(0, most)));
        values.put(items.getFirst(), 1);
        course.on(at, nurse(), new Deed.Rate(instrument, centre, values, null));
    }

    private void asked(Instant at) {
        course.on(
                at,
                nurse(),
                new Deed.Rate(
                        "ASQ", centre, Map.of("WISH_DEAD", 0, "BETTER_OFF", 0, "THOUGHTS", 0, "ATTEMPT", 0), null));
    }

    private void begin(String protocol, Substance substance) {
        begin(protocol, substance, nurse());
    }

    private void begin(String protocol, Substance substance, String who) {
        course.on(begun, who, new Deed.BeginDetox(centre, protocol, substance));
    }

    private void end(DetoxOutcome outcome) {
        end(outcome, course.other(Role.PHYSICIAN, centre));
    }

    private void end(DetoxOutcome outcome, String who) {
        course.on(end, who, new Deed.EndDetoxWith(outcome));
    }

    private String nurse() {
        return course.other(Role.NURSE, centre);
    }

    private void every(int minutes, IntUnaryOperator interval, Making making) {
        made(30, minutes, interval, making);
    }

    // The next one is counted from when the last one was made
    private void made(int first, int minutes, IntUnaryOperator interval, Making making) {
        var due = begun.plus(Duration.ofMinutes(first));
        var turn = 0;
        var usual = minutes <= 240 ? 28 : 55;
        while (due.isBefore(end.minus(Duration.ofMinutes(30)))) {
            var way = chance.between(1, 100);
            var at = due.plus(Duration.ofMinutes(
                    way <= 4
                            ? usual + chance.between(8, 40)
                            : turn == 0 ? chance.between(2, 12) : chance.between(-9, usual - 9)));
            if (way == 5) {
                // Nobody made it; the clock goes on as if it had been made in time
                at = due;
            } else if (at.isBefore(end)) {
                making.made(at, turn);
            }
            due = at.plus(Duration.ofMinutes(interval.applyAsInt(turn)));
            turn++;
        }
    }

    /** Makes an observation at its time, the so manieth from 0. */
    @FunctionalInterface
    private interface Making {
        void made(Instant at, int turn);
    }
}
