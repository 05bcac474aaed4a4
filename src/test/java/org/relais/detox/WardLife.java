package org.relais.detox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.relais.detox.WardAct.Signs;
import org.relais.shared.AssessmentId;

/**
 * What happens on a ward, from a seed: nurses who come early, late or not at all, who enter some things later and
 * correct others; people who refuse, sleep, cannot be assessed, rise and fall, leave and are followed by others.
 */
final class WardLife {

    private static final String[] PROTOCOLS = {"ALC_IN", "ALC_IN", "ALC_IN", "OPI_IN", "BUP_IND"};
    private static final List<String> CIWA = List.of(
            "NAUSEA",
            "TREMOR",
            "SWEATS",
            "ANXIETY",
            "AGITATION",
            "TACTILE",
            "AUDITORY",
            "VISUAL",
            "HEADACHE",
            "ORIENTATION");
    private static final Map<String, int[]> COWS = cows();
    private static final String[] EVENTS = {"SEIZURE", "UNRESPONSIVE", "LOW_GLUCOSE", "ACUTE_SUICIDE_RISK"};

    private final List<Bed> beds = new ArrayList<>();
    private final Set<WardAct> refused = new HashSet<>();
    private final WardModel model;
    private final boolean leaving;

    /**
     * @param within how many minutes everybody arrives
     * @param leaving whether people leave, are followed by others, and may need the second scale of saturation
     */
    WardLife(long seed, int size, int within, boolean leaving, WardModel model) {
        this.model = model;
        this.leaving = leaving;
        var random = new SplittableRandom(seed);
        for (var number = 0; number < size; number++) {
            beds.add(new Bed(number, random.split(), random.nextInt(within)));
        }
    }

    /** Whether the model let it happen. */
    boolean possible(WardAct act) {
        return !refused.contains(act);
    }

    /** What happens in a minute, in the order in which it is entered; the model has taken it in. */
    List<WardAct> minute(int minute) {
        var acts = new ArrayList<WardAct>();
        beds.forEach(bed -> bed.live(minute, acts));
        return acts;
    }

    private static Map<String, int[]> cows() {
        var items = new LinkedHashMap<String, int[]>();
        items.put("PULSE", new int[] {0, 1, 2, 4});
        items.put("SWEATING", new int[] {0, 1, 2, 3, 4});
        items.put("RESTLESSNESS", new int[] {0, 1, 3, 5});
        items.put("PUPILS", new int[] {0, 1, 2, 5});
        items.put("ACHES", new int[] {0, 1, 2, 4});
        items.put("NOSE_EYES", new int[] {0, 1, 2, 4});
        items.put("GASTROINTESTINAL", new int[] {0, 1, 2, 3, 5});
        items.put("TREMOR", new int[] {0, 1, 2, 4});
        items.put("YAWNING", new int[] {0, 1, 2, 4});
        items.put("ANXIETY", new int[] {0, 1, 2, 4});
        items.put("GOOSEFLESH", new int[] {0, 3, 5});
        return items;
    }

    private final class Bed {

        private final int number;
        private final SplittableRandom random;
        private final Map<String, Integer> visits = new TreeMap<>();
        private final Set<Long> seconds = new HashSet<>();
        private int stays;
        private String who = "";
        private int arrival;
        private int departure;
        private int dose = Integer.MAX_VALUE;
        private long newest;

        Bed(int number, SplittableRandom random, int arrival) {
            this.number = number;
            this.random = random;
            this.arrival = arrival;
        }

        void live(int minute, List<WardAct> acts) {
            newest = minute * 60L;
            if (minute < arrival) {
                return;
            }
            if (minute == arrival) {
                arrive(minute, acts);
                return;
            }
            var stay = model.stay(who);
            if (minute == departure) {
                tell(new WardAct.Leave(who, second()), acts);
                arrival = minute + 60 + random.nextInt(600);
                return;
            }
            new TreeMap<>(visits).forEach((instrument, at) -> {
                if (at == minute) {
                    visit(instrument, stay, minute, acts);
                    visits.put(instrument, next(stay, instrument, minute));
                }
            });
            if (minute == dose) {
                tell(new WardAct.Give(who, id(), second()), acts);
                dose = Integer.MAX_VALUE;
            }
            if (stay.protocol().equals("BUP_IND") && random.nextInt(200) == 0) {
                dose = minute + 1;
                visits.computeIfPresent(
                        "COWS", (_, at) -> random.nextBoolean() ? minute + 20 + random.nextInt(70) : at);
            }
            seldom(acts);
            answer(stay, acts);
        }

        private void arrive(int minute, List<WardAct> acts) {
            stays++;
            who = "%02d.%d".formatted(number, stays);
            seconds.clear();
            dose = Integer.MAX_VALUE;
            departure = leaving ? minute + 2880 + random.nextInt(7 * 1440) : Integer.MAX_VALUE;
            var protocol = PROTOCOLS[(number + stays) % PROTOCOLS.length];
            tell(new WardAct.Arrive(who, protocol, leaving && random.nextInt(3) == 0, second()), acts);
            visits.clear();
            for (var instrument : model.stay(who).instruments()) {
                visits.put(instrument, minute + 10 + random.nextInt(60));
            }
        }

        // From twenty minutes early to many hours late
        private int next(WardModel.Stay stay, String instrument, int minute) {
            model.lines(minute * 60L + 59);
            return Math.max(minute + 1, stay.due(instrument) - 20 + random.nextInt(random.nextInt(10) == 0 ? 700 : 70));
        }

        private void visit(String instrument, WardModel.Stay stay, int minute, List<WardAct> acts) {
            var chance = random.nextInt(24);
            if (chance < 3) {
                tell(new WardAct.Omit(who, id(), instrument, null, second()), acts);
            } else if (chance < 5 && stay.calm()) {
                var signs = signs();
                tell(
                        new WardAct.Omit(
                                who,
                                id(),
                                instrument,
                                new Signs(
                                        null,
                                        null,
                                        null,
                                        signs.breaths(),
                                        signs.saturation(),
                                        false,
                                        null,
                                        signs.consciousness(),
                                        null),
                                second()),
                        acts);
            } else if (instrument.equals("NEWS2")) {
                var entered = second();
                tell(new WardAct.Measure(who, id(), signs(), before(entered), entered), acts);
            } else if (chance < 6) {
                var entered = second();
                tell(new WardAct.CannotRate(who, id(), instrument, before(entered), entered), acts);
            } else {
                var earlier = random.nextInt(15) == 0 ? stay.newest(instrument) : null;
                var entered = second();
                var values = ratings(instrument);
                if (earlier == null && random.nextInt(20) == 0) {
                    values.remove(values.keySet().iterator().next());
                }
                tell(
                        new WardAct.Rate(
                                who,
                                id(),
                                instrument,
                                values,
                                earlier == null ? null : earlier.id,
                                earlier == null ? before(entered) : earlier.at,
                                entered),
                        acts);
                if (instrument.equals("CIWA_AR") && random.nextInt(4) > 0) {
                    dose = minute + 1 + random.nextInt(33);
                }
            }
        }

        private void seldom(List<WardAct> acts) {
            switch (random.nextInt(4000)) {
                case 0 -> tell(new WardAct.Happen(who, id(), EVENTS[random.nextInt(EVENTS.length)], second()), acts);
                case 1 -> {
                    var values = new LinkedHashMap<String, Integer>();
                    for (var item : List.of("WISH_DEAD", "BETTER_OFF", "THOUGHTS", "ATTEMPT")) {
                        values.put(item, random.nextInt(3));
                    }
                    if (values.values().stream().anyMatch(value -> value > 0)) {
                        values.put("NOW", random.nextInt(3));
                    }
                    rate("ASQ", values, acts);
                }
                case 2, 3 -> {
                    var values = new LinkedHashMap<String, Integer>();
                    values.put("SEDATION", Math.max(0, random.nextInt(6) - 2));
                    for (var item : List.of("SPEECH", "GAIT", "PUPILS", "SMELL", "INCOHERENT", "SLOW_BREATHING")) {
                        values.put(item, random.nextInt(2));
                    }
                    values.put("RESPIRATORY_RATE", 7 + random.nextInt(10));
                    rate("PREDOSE", values, acts);
                }
                case 4 -> {
                    var at = second();
                    // Of the two scales one is asked for and the other is not
                    tell(new WardAct.CannotRate(who, id(), random.nextBoolean() ? "COWS" : "CIWA_AR", at, at), acts);
                }
                default -> {}
            }
        }

        private void rate(String instrument, Map<String, Integer> values, List<WardAct> acts) {
            var at = second();
            tell(new WardAct.Rate(who, id(), instrument, values, null, at, at), acts);
        }

        private void answer(WardModel.Stay stay, List<WardAct> acts) {
            for (var alarm : stay.alarms()) {
                if (!alarm.acknowledged() && random.nextInt(25) == 0) {
                    tell(new WardAct.Acknowledge(who, alarm.rule, alarm.occurred, alarm.raised, second()), acts);
                } else if (alarm.acknowledged() && random.nextInt(60) == 0) {
                    tell(new WardAct.Resolve(who, alarm.rule, alarm.occurred, alarm.raised, second()), acts);
                }
            }
        }

        // Mostly calm, so that the longer intervals are reached too
        private Map<String, Integer> ratings(String instrument) {
            var level = Math.max(0, random.nextInt(10) - 5);
            var values = new LinkedHashMap<String, Integer>();
            if (instrument.equals("CIWA_AR")) {
                var most = new int[] {1, 2, 3, 5, 7}[level];
                for (var item : CIWA) {
                    values.put(
                            item,
                            item.equals("ORIENTATION")
                                    ? random.nextInt(Math.min(5, level + 1))
                                    : random.nextInt(most + 1));
                }
            } else {
                COWS.forEach((item, allowed) -> values.put(
                        item,
                        allowed[
                                level == 4
                                        ? allowed.length - 1 - random.nextInt(2)
                                        : random.nextInt(Math.min(level + 2, allowed.length))]));
            }
            return values;
        }

        private Signs signs() {
            var odd = random.nextInt(4) == 0 ? random.nextInt(9) : -1;
            var all = random.nextInt(25) == 0;
            var systolic = one(odd == 1 || all, 124, 89, 90, 91, 105, 180, 181);
            var diastolic = one(odd == 2 || all, 78, 110, 111);
            return new Signs(
                    one(odd == 0 || all, 72, 44, 45, 50, 91, 112, 120, 121, 132),
                    systolic,
                    Math.min(diastolic, systolic - 10),
                    one(odd == 3 || all, 16, 8, 9, 10, 11, 22, 25),
                    one(odd == 4 || all, 97, 87, 88, 91, 92, 94),
                    odd == 5,
                    one(odd == 6 || all, 368, 350, 351, 384, 385, 391),
                    odd == 7 ? "ACVPU".charAt(random.nextInt(5)) : 'A',
                    odd == 8 ? (Integer) one(true, 55, 39, 40, 41) : null);
        }

        private int one(boolean odd, int usual, int... strange) {
            return odd ? strange[random.nextInt(strange.length)] : usual;
        }

        private void tell(WardAct act, List<WardAct> acts) {
            // A dose that the order does not allow is tried all the same: the portal must refuse it too
            if (!model.accept(act)) {
                refused.add(act);
            }
            acts.add(act);
        }

        private static String id() {
            return AssessmentId.create().toString();
        }

        // One second after the other, so that an order is never in doubt
        private long second() {
            newest += 1;
            seconds.add(newest);
            return newest;
        }

        /** Now, or some time ago: what was written on paper first. */
        private long before(long entered) {
            if (random.nextInt(6) > 0) {
                return entered;
            }
            // A few only hours later, when others were entered before them
            var late = 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 12);
            var at = Math.max((arrival + 1) * 60L, entered - 60L * late);
            while (!seconds.add(at)) {
                at++;
            }
            return Math.min(at, entered);
        }
    }
}
