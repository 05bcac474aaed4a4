package org.relais.detox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Omitted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ward of 40 beds under a virtual clock, with nurses who come early, late or not at all and people who refuse or
 * sleep: at every minute, the lists of the clock equal those of a model that was written from the table of domain
 * reference B.3 alone and steps minute by minute. {@code -Drelais.ward.days=30} runs a month.
 */
class WardMonthTests {

    private static final int BEDS = 40;
    private static final int DAYS = Integer.getInteger("relais.ward.days", 3);
    private static final long SEED = Long.getLong("relais.ward.seed", 20261122L);
    private static final Instant BEGIN = Instant.parse("2026-10-20T05:00:00Z");
    private static final String[] BANDS = {"MILD", "MODERATE", "SEVERE"};

    @Test
    void the_lists_of_a_ward_equal_those_of_the_model_at_every_minute() {
        var random = new SplittableRandom(SEED);
        var beds = new ArrayList<Bed>();
        for (var number = 0; number < BEDS; number++) {
            beds.add(new Bed(random.split(), random.nextInt(0, 24 * 60)));
        }
        var compared = 0L;
        var seen = new TreeMap<String, Integer>();
        for (var minute = 0; minute < DAYS * 24 * 60; minute++) {
            var late = new TreeSet<Integer>();
            var due = new TreeSet<Integer>();
            var help = new TreeSet<Integer>();
            var modelLate = new TreeSet<Integer>();
            var modelDue = new TreeSet<Integer>();
            var modelHelp = new TreeSet<Integer>();
            for (var number = 0; number < BEDS; number++) {
                var bed = beds.get(number);
                bed.live(minute);
                if (!bed.occupied(minute)) {
                    continue;
                }
                var course = bed.course(minute);
                var model = bed.model;
                assertThat(course.dueAt())
                        .as("bed %d at minute %d, seed %d", number, minute, SEED)
                        .isEqualTo(BEGIN.plus(Duration.ofMinutes(model.due)));
                assertThat(outcomes(course))
                        .as("bed %d at minute %d", number, minute)
                        .isEqualTo(model.outcomes);
                add(number, course.status(), due, late);
                add(number, model.status(minute), modelDue, modelLate);
                if (course.omittedInRow() >= 2) {
                    help.add(number);
                }
                if (model.row >= 2) {
                    modelHelp.add(number);
                }
                compared++;
            }
            assertThat(due).isEqualTo(modelDue);
            assertThat(late).isEqualTo(modelLate);
            assertThat(help).isEqualTo(modelHelp);
            seen.merge("due", due.size(), Integer::sum);
            seen.merge("late", late.size(), Integer::sum);
            seen.merge("help", help.size(), Integer::sum);
        }
        assertThat(compared).isGreaterThan((DAYS - 1L) * 24 * 60 * BEDS);
        assertThat(seen.values()).as("nothing was compared that never happened").allMatch(count -> count > 100);
    }

    private static void add(int number, ObservationStatus status, TreeSet<Integer> due, TreeSet<Integer> late) {
        switch (status) {
            case DUE -> due.add(number);
            case OVERDUE -> late.add(number);
            case NOT_DUE -> {}
        }
    }

    private static String outcomes(ObservationCourse course) {
        var text = new StringBuilder();
        course.past().forEach(slot -> text.append(slot.outcome().name(), 0, 2));
        return text.toString();
    }

    /** One bed: what is done there, told to the clock as events and to the model as they happen. */
    private static final class Bed {

        private final SplittableRandom random;
        private final int arrival;
        private final List<ObservationEvent> events = new ArrayList<>();
        private final Model model;
        private int visit;

        Bed(SplittableRandom random, int arrival) {
            this.random = random;
            this.arrival = arrival;
            this.model = new Model(arrival);
            this.visit = arrival + 20 + random.nextInt(60);
        }

        boolean occupied(int minute) {
            return minute >= arrival;
        }

        void live(int minute) {
            if (!occupied(minute)) {
                return;
            }
            model.tick(minute);
            if (minute == visit) {
                act(minute);
                // From a quarter of an hour early to three intervals late
                visit = Math.max(minute + 1, model.due - 20 + random.nextInt(random.nextInt(10) == 0 ? 700 : 70));
            }
        }

        private void act(int minute) {
            var at = BEGIN.plus(Duration.ofMinutes(minute)).plusSeconds(random.nextInt(60));
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    events.add(new Omitted(at, OmissionKind.REFUSED));
                    model.refuse(minute);
                }
                case 2 -> {
                    events.add(new Omitted(at, OmissionKind.ASLEEP));
                    model.sleep(minute);
                }
                case 3 -> {
                    events.add(new Completed(at, null));
                    model.complete(minute, "");
                }
                default -> {
                    // Mostly calm, so that the longer interval is reached too
                    var band = BANDS[Math.max(0, random.nextInt(6) - 3)];
                    events.add(new Completed(at, band));
                    model.complete(minute, band);
                }
            }
        }

        ObservationCourse course(int minute) {
            return new ObservationClock(
                            ShippedProtocols.timing(),
                            ShippedProtocols.observation("ALC_IN", "CIWA_AR"),
                            BEGIN.plus(Duration.ofMinutes(arrival)))
                    .at(events, BEGIN.plus(Duration.ofMinutes(minute)).plusSeconds(59));
        }
    }

    /** Minutes as whole numbers, no history: what a nurse with a kitchen timer would know. */
    private static final class Model {

        private int due;
        private int every = 60;
        private int calm;
        private String last = "";
        private int row;
        private String outcomes = "";

        Model(int arrival) {
            due = arrival + 30;
        }

        void tick(int minute) {
            if (minute > due + every) {
                due += every;
                row++;
                outcomes += "MI";
            }
        }

        ObservationStatus status(int minute) {
            if (minute > due + allowance()) {
                return ObservationStatus.OVERDUE;
            }
            return minute >= due - 15 ? ObservationStatus.DUE : ObservationStatus.NOT_DUE;
        }

        void complete(int minute, String band) {
            outcomes += minute > due + allowance() ? "LA" : "ON";
            calm = band.equals("MILD") ? calm + 1 : 0;
            last = band;
            row = 0;
            every = usual();
            due = minute + every;
        }

        void refuse(int minute) {
            outcomes += "RE";
            row++;
            every = Math.min(60, usual());
            due = minute + every;
        }

        void sleep(int minute) {
            outcomes += "AS";
            every = usual();
            due = minute + every;
        }

        private int usual() {
            if (calm >= 3) {
                return 480;
            }
            return switch (last) {
                case "MILD" -> 240;
                case "MODERATE" -> 120;
                default -> 60;
            };
        }

        private int allowance() {
            return every <= 60 ? 15 : every <= 240 ? 30 : 60;
        }
    }
}
