package org.relais.detox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import org.relais.detox.WardAct.Signs;

/**
 * A ward as the domain reference describes it in A.1, A.2, A.13, A.14, A.18 and B.2 to B.5, in whole seconds and minutes:
 * what a nurse with a kitchen timer and the tables on the wall would know. Nothing of the portal.
 */
final class WardModel {

    private static final int DAY = 86_400;
    private static final List<String> ORDER = List.of("CHARGE_NURSE", "ON_CALL", "MEDICAL_DIRECTOR");

    private final Map<String, Stay> stays = new TreeMap<>();
    private final LongFunction<Set<String>> held;
    private final TreeMap<String, Integer> fired = new TreeMap<>();

    /** @param held which functions somebody holds at a moment */
    WardModel(LongFunction<Set<String>> held) {
        this.held = held;
    }

    /** How often each rule raised an alarm. */
    Map<String, Integer> fired() {
        return fired;
    }

    Stay stay(String who) {
        return Objects.requireNonNull(stays.get(who));
    }

    /** Lets a minute begin: what was not made in time is missed, and two in a row are told. */
    void begin(int minute) {
        for (var stay : stays.values()) {
            if (stay.watched) {
                stay.watches.values().forEach(watch -> {
                    watch.upTo(minute * 60L - 1, minute);
                    watch.tell(minute * 60L);
                });
            }
        }
    }

    /** Takes in what was done; whether it could be done. */
    boolean accept(WardAct act) {
        switch (act) {
            case WardAct.Arrive arrive -> stays.put(arrive.who(), new Stay(arrive));
            case WardAct.Rate rate -> stay(rate.who()).rate(rate);
            case WardAct.CannotRate cannot -> stay(cannot.who()).cannotRate(cannot);
            case WardAct.Measure measure ->
                stay(measure.who()).measure(measure.form(), measure.signs(), measure.at(), measure.entered(), true);
            case WardAct.Omit omit -> stay(omit.who()).omit(omit);
            case WardAct.Give give -> {
                return stay(give.who()).give(give);
            }
            case WardAct.Happen happen -> stay(happen.who()).happen(happen);
            case WardAct.Acknowledge answer ->
                stay(answer.who()).alarm(answer.rule(), answer.occurred(), answer.raised(), false).acknowledged = true;
            case WardAct.Resolve answer ->
                stay(answer.who()).alarm(answer.rule(), answer.occurred(), answer.raised(), true).resolved = true;
            case WardAct.Leave leave -> stay(leave.who()).leave();
        }
        return true;
    }

    /** Where every observation and every open alarm stands at a moment. */
    List<String> lines(long now) {
        var lines = new ArrayList<String>();
        var here = held.apply(now);
        for (var stay : stays.values()) {
            if (stay.watched) {
                stay.watches.forEach((instrument, watch) -> {
                    watch.upTo(now, (int) (now / 60));
                    lines.add("%s %s due %d %s row %d after %s"
                            .formatted(
                                    stay.who,
                                    instrument,
                                    watch.due,
                                    watch.status((int) (now / 60)),
                                    watch.row,
                                    watch.ended));
                });
            }
            for (var alarm : stay.alarms.values()) {
                if (!alarm.resolved) {
                    lines.add("%s %s of %d raised %d within %d %s"
                            .formatted(
                                    stay.who,
                                    alarm.rule,
                                    alarm.occurred / 60,
                                    alarm.raised / 60,
                                    limit(alarm.rule),
                                    alarm.acknowledged ? "ACKNOWLEDGED" : "RAISED " + asked(alarm, here, now)));
                }
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    // --- B.4 -------------------------------------------------------------------------------------------------------

    private static int limit(String rule) {
        return switch (rule) {
            case "E01", "E06a", "E08a" -> 60;
            case "E03", "E08b", "E11", "E14", "E15", "E16" -> 30;
            case "E02", "E05", "E06b", "E07", "E10", "E12" -> 15;
            case "E04", "E09a", "E09b", "E13" -> 0;
            default -> throw new IllegalArgumentException(rule);
        };
    }

    // Whoever answers first by the table's response; then the next, after half of the time each
    private static List<String> asked(Alarm alarm, Set<String> held, long now) {
        List<List<String>> chain =
                switch (alarm.rule) {
                    case "E03", "E08a", "E10", "E12" ->
                        ORDER.stream().map(List::of).toList();
                    case "E04", "E05", "E08b", "E09a", "E09b", "E13", "E15" ->
                        List.of(ORDER.subList(0, 2), ORDER.subList(2, 3));
                    default -> List.of(ORDER.subList(1, 2), ORDER.subList(2, 3));
                };
        var asked = new ArrayList<String>();
        var from = alarm.raised;
        for (var step : chain) {
            var there = step.stream().filter(held::contains).toList();
            if (!there.isEmpty() && from <= now) {
                asked.addAll(there);
                from += limit(alarm.rule) * 30L;
            }
        }
        return asked;
    }

    private static int newsPoints(Signs s, boolean second, List<Integer> each) {
        each.add(s.breaths() <= 8 ? 3 : s.breaths() <= 11 ? 1 : s.breaths() <= 20 ? 0 : s.breaths() <= 24 ? 2 : 3);
        int saturation = s.saturation();
        if (!second) {
            each.add(saturation <= 91 ? 3 : saturation <= 93 ? 2 : saturation <= 95 ? 1 : 0);
        } else if (saturation <= 87) {
            each.add(saturation <= 83 ? 3 : saturation <= 85 ? 2 : 1);
        } else if (saturation <= 92 || !s.oxygen()) {
            each.add(0);
        } else {
            each.add(saturation <= 94 ? 1 : saturation <= 96 ? 2 : 3);
        }
        each.add(s.oxygen() ? 2 : 0);
        int systolic = Objects.requireNonNull(s.systolic());
        each.add(systolic <= 90 ? 3 : systolic <= 100 ? 2 : systolic <= 110 ? 1 : systolic <= 219 ? 0 : 3);
        int pulse = Objects.requireNonNull(s.pulse());
        each.add(pulse <= 40 ? 3 : pulse <= 50 ? 1 : pulse <= 90 ? 0 : pulse <= 110 ? 1 : pulse <= 130 ? 2 : 3);
        each.add(s.consciousness() == 'A' ? 0 : 3);
        int warmth = Objects.requireNonNull(s.temperature());
        each.add(warmth <= 350 ? 3 : warmth <= 360 ? 1 : warmth <= 380 ? 0 : warmth <= 390 ? 1 : 2);
        return each.stream().mapToInt(Integer::intValue).sum();
    }

    /** One person's stay. */
    final class Stay {

        private final String who;
        private final String protocol;
        private final boolean secondScale;
        private final Map<String, Watch> watches = new LinkedHashMap<>();
        private final Map<String, Form> forms = new LinkedHashMap<>();
        private final List<Dose> doses = new ArrayList<>();
        private final Map<String, Alarm> alarms = new LinkedHashMap<>();
        private boolean watched = true;

        private Stay(WardAct.Arrive arrive) {
            who = arrive.who();
            protocol = arrive.protocol();
            secondScale = arrive.secondScale();
            var minute = (int) (arrive.entered() / 60);
            switch (protocol) {
                case "ALC_IN" -> {
                    watches.put("CIWA_AR", new Watch(this, "CIWA_AR", minute, 30, 60));
                    watches.put("NEWS2", new Watch(this, "NEWS2", minute, 30, 240));
                }
                case "OPI_IN" -> {
                    watches.put("COWS", new Watch(this, "COWS", minute, 30, 60));
                    watches.put("NEWS2", new Watch(this, "NEWS2", minute, 30, 480));
                }
                default -> watches.put("COWS", new Watch(this, "COWS", minute, 0, 1440));
            }
        }

        boolean watched() {
            return watched;
        }

        String protocol() {
            return protocol;
        }

        Set<String> instruments() {
            return watches.keySet();
        }

        String leading() {
            return watches.keySet().iterator().next();
        }

        int due(String instrument) {
            return Objects.requireNonNull(watches.get(instrument)).due;
        }

        List<Alarm> alarms() {
            return alarms.values().stream().filter(alarm -> !alarm.resolved).toList();
        }

        /** Whether somebody may let the person sleep: B.3, only after a calm result. */
        boolean calm() {
            return forms.values().stream()
                    .filter(form -> form.counts && form.instrument.equals(leading()))
                    .max(Comparator.comparing(form -> form.at))
                    .filter(form -> form.band.equals("MILD") || form.band.equals("NONE"))
                    .isPresent();
        }

        /** The newest scored form of the instrument that may still be corrected; null without one. */
        @Nullable
        Form newest(String instrument) {
            return forms.values().stream()
                    .filter(form -> form.counts && form.instrument.equals(instrument) && form.total != null)
                    .max(Comparator.comparing(form -> form.at))
                    .orElse(null);
        }

        private void rate(WardAct.Rate act) {
            var form = new Form(act.form(), act.form(), act.instrument(), act.at());
            if (act.corrects() != null) {
                var earlier = Objects.requireNonNull(forms.get(act.corrects()));
                earlier.counts = false;
                form.root = earlier.root;
            }
            var values = act.values();
            var sum = values.values().stream().mapToInt(Integer::intValue).sum();
            switch (act.instrument()) {
                case "CIWA_AR" -> {
                    form.finished = values.size() == 10;
                    form.total = form.finished ? sum : null;
                    form.band = !form.finished ? "" : sum <= 7 ? "MILD" : sum <= 14 ? "MODERATE" : "SEVERE";
                }
                case "COWS" -> {
                    form.finished = values.size() == 11;
                    form.total = form.finished ? sum : null;
                    form.band = !form.finished
                            ? ""
                            : sum <= 4
                                    ? "NONE"
                                    : sum <= 12
                                            ? "MILD"
                                            : sum <= 24 ? "MODERATE" : sum <= 36 ? "MODERATELY_SEVERE" : "SEVERE";
                }
                default -> form.finished = true;
            }
            forms.put(form.id, form);
            done(form);
            var clouded = values.getOrDefault("ORIENTATION", 0);
            var senses = Math.max(
                    values.getOrDefault("TACTILE", 0),
                    Math.max(values.getOrDefault("AUDITORY", 0), values.getOrDefault("VISUAL", 0)));
            switch (act.instrument()) {
                case "CIWA_AR" -> {
                    raise("E01", form, form.total != null && form.total >= 15, act.entered());
                    raise("E02", form, form.total != null && form.total >= 20, act.entered());
                    raise("E05", form, clouded >= 3 || (clouded >= 2 && senses >= 4), act.entered());
                    raise("E14", form, noEffect(form), act.entered());
                }
                case "COWS" -> {
                    raise("E06a", form, form.total != null && form.total >= 25, act.entered());
                    raise("E06b", form, form.total != null && form.total >= 37, act.entered());
                }
                case "ASQ" -> raise("E13", form, values.getOrDefault("NOW", 0) >= 1, act.entered());
                case "PREDOSE" -> {
                    var breaths = Objects.requireNonNull(values.get("RESPIRATORY_RATE"));
                    raise("E09a", form, values.getOrDefault("SEDATION", 0) >= 2 || breaths < 10, act.entered());
                    raise("E09b", form, breaths <= 8, act.entered());
                }
                default -> throw new IllegalArgumentException(act.instrument());
            }
            if (form.total != null) {
                for (var later : counting(act.instrument())) {
                    if (later.at >= form.at) {
                        raise("E03", later, later.instrument.equals("CIWA_AR") && rose(later), act.entered());
                        raise("E07", later, later.instrument.equals("COWS") && precipitated(later), act.entered());
                    }
                }
            }
        }

        private List<Form> counting(String instrument) {
            return forms.values().stream()
                    .filter(form -> form.counts && form.total != null && form.instrument.equals(instrument))
                    .toList();
        }

        private boolean rose(Form result) {
            return counting("CIWA_AR").stream()
                    .anyMatch(other -> other.at < result.at
                            && result.at - other.at <= 4 * 3600
                            && total(result) - total(other) >= 5);
        }

        private boolean precipitated(Form result) {
            return doses.stream()
                    .filter(dose -> dose.buprenorphine && dose.at <= result.at && result.at - dose.at <= 2 * 3600)
                    .anyMatch(dose -> {
                        var before = counting("COWS").stream()
                                .filter(other -> other.at <= dose.at && other.at < result.at)
                                .max(Comparator.comparing(other -> other.at));
                        return (before.isPresent() && total(result) - total(before.get()) >= 6)
                                || counting("COWS").stream()
                                        .anyMatch(other -> other.at > dose.at
                                                && other.at < result.at
                                                && total(result) - total(other) >= 6);
                    });
        }

        private boolean noEffect(Form result) {
            var given = doses.stream()
                    .filter(dose -> !dose.buprenorphine && dose.at < result.at)
                    .map(dose -> dose.at)
                    .sorted()
                    .toList();
            if (result.total == null || given.size() < 3) {
                return false;
            }
            var first = given.get(given.size() - 3);
            if (given.getLast() - first > 6 * 3600 || result.at - given.getLast() > 6 * 3600) {
                return false;
            }
            return counting("CIWA_AR").stream()
                    .filter(form -> form != result && form.at <= first)
                    .max(Comparator.comparing(form -> form.at))
                    .filter(before -> total(before) - total(result) < 3)
                    .isPresent();
        }

        private void cannotRate(WardAct.CannotRate act) {
            var form = new Form(act.form(), act.form(), act.instrument(), act.at());
            form.finished = true;
            forms.put(form.id, form);
            done(form);
            raise("E16", form, watches.containsKey(act.instrument()), act.entered());
        }

        private void measure(String id, Signs s, long at, long entered, boolean whole) {
            var form = new Form(id, id, "NEWS2", at);
            form.finished = whole;
            forms.put(id, form);
            done(form);
            if (whole) {
                var each = new ArrayList<Integer>();
                var total = newsPoints(s, secondScale, each);
                raise("E08a", form, total <= 6 && (total >= 5 || each.contains(3)), entered);
                raise("E08b", form, total >= 7, entered);
            }
            var sedated = doses.stream().anyMatch(dose -> dose.at <= at && at - dose.at <= DAY);
            raise("E05", form, s.consciousness() == 'C', entered);
            raise("E09a", form, s.breaths() < 10 && sedated, entered);
            raise("E09b", form, s.breaths() <= 8 || s.consciousness() == 'U', entered);
            raise("E10", form, s.saturation() < (secondScale ? 88 : 92), entered);
            raise(
                    "E11",
                    form,
                    outside(s.pulse(), 45, 120)
                            || outside(s.systolic(), 90, 180)
                            || outside(s.diastolic(), 0, 110)
                            || outside(s.temperature(), 351, 384),
                    entered);
            raise("E12", form, outside(s.glucose(), 40, 10_000), entered);
        }

        private void omit(WardAct.Omit act) {
            var watch = Objects.requireNonNull(watches.get(act.instrument()));
            if (act.signs() != null) {
                measure(act.id(), act.signs(), act.entered(), act.entered(), false);
            }
            watch.add(new Done(act.entered(), act.signs() == null ? "REFUSED" : "ASLEEP"));
            watch.upTo(act.entered(), (int) (act.entered() / 60));
            watch.tell(act.entered());
        }

        private boolean give(WardAct.Give act) {
            var now = act.entered();
            var alcohol = protocol.equals("ALC_IN");
            var amount = 4;
            if (alcohol) {
                var scale = forms.values().stream()
                        .filter(form -> form.counts && form.instrument.equals("CIWA_AR") && form.at <= now)
                        .max(Comparator.comparing(form -> form.at));
                if (scale.isEmpty() || scale.get().total == null || now - scale.get().at > 30 * 60) {
                    return false;
                }
                var total = total(scale.get());
                amount = total < 8 ? 0 : total < 15 ? 10 : 20;
            }
            var day = doses.stream()
                    .filter(dose -> now - dose.at < DAY)
                    .mapToInt(dose -> dose.amount)
                    .sum();
            var soon = doses.stream().anyMatch(dose -> now - dose.at < 3600);
            var most = alcohol ? 120 : 16;
            if (amount == 0 || soon || day + amount > most) {
                return false;
            }
            doses.add(new Dose(now, amount, !alcohol));
            watches.values().forEach(watch -> watch.add(new Done(now, "DOSE")));
            if (day + amount >= most) {
                raise("E14", act.id(), now, now);
            }
            return true;
        }

        private void happen(WardAct.Happen act) {
            raise(
                    switch (act.code()) {
                        case "SEIZURE" -> "E04";
                        case "UNRESPONSIVE" -> "E09b";
                        case "LOW_GLUCOSE" -> "E12";
                        case "ACUTE_SUICIDE_RISK" -> "E13";
                        default -> throw new IllegalArgumentException(act.code());
                    },
                    act.id(),
                    act.entered(),
                    act.entered());
        }

        // B.4: E04, E05 and E13 cannot be closed by themselves
        private void leave() {
            watched = false;
            alarms.values().stream()
                    .filter(alarm -> !Set.of("E04", "E05", "E13").contains(alarm.rule))
                    .forEach(alarm -> alarm.resolved = true);
        }

        private Alarm alarm(String rule, long occurred, long raised, boolean acknowledged) {
            return alarms.values().stream()
                    .filter(one -> !one.resolved
                            && one.acknowledged == acknowledged
                            && one.rule.equals(rule)
                            && one.occurred / 60 == occurred / 60
                            && one.raised / 60 == raised / 60)
                    .findFirst()
                    .orElseThrow();
        }

        private void raise(String rule, Form form, boolean holds, long entered) {
            if (holds) {
                raise(rule, form.root, form.at, entered);
            }
        }

        // One alarm for a rule and a cause, however often it is seen
        private void raise(String rule, String cause, long occurred, long raised) {
            if (alarms.putIfAbsent(rule + " " + cause, new Alarm(rule, occurred, raised)) == null) {
                fired.merge(rule, 1, Integer::sum);
            }
        }

        private void done(Form form) {
            var watch = watches.get(form.instrument);
            if (watch != null) {
                watch.again();
            }
        }

        private static boolean outside(@Nullable Integer value, int lowest, int highest) {
            return value != null && (value < lowest || value > highest);
        }

        private static int total(Form form) {
            return Objects.requireNonNull(form.total);
        }
    }

    // --- B.2 and B.3 -----------------------------------------------------------------------------------------------

    /** One observation of one person: minutes as whole numbers. */
    private static final class Watch {

        private final Stay stay;
        private final String instrument;
        private final int begin;
        private final int first;
        private final int shortest;
        private final List<Done> others = new ArrayList<>();
        private List<Done> all = List.of();
        private int next;
        private int minute;
        private int due;
        private int every;
        private int calm;
        private String last = "";
        private int row;
        private String ended = "NOTHING";
        private int endedDue;
        private int endedAt;

        Watch(Stay stay, String instrument, int begin, int first, int shortest) {
            this.stay = stay;
            this.instrument = instrument;
            this.begin = begin;
            this.first = first;
            this.shortest = shortest;
            again();
        }

        void add(Done done) {
            others.add(done);
            again();
        }

        /** From the beginning: something was entered. */
        void again() {
            var done = new ArrayList<>(others);
            stay.forms.values().stream()
                    .filter(form -> form.counts && form.finished && form.instrument.equals(instrument))
                    .forEach(form -> done.add(new Done(form.at, "DONE " + form.band)));
            done.sort(Comparator.comparing(Done::at));
            all = done;
            next = 0;
            minute = begin - 1;
            due = begin + first;
            every = shortest;
            calm = 0;
            last = "";
            row = 0;
            ended = "NOTHING";
        }

        void upTo(long second, int until) {
            while (minute < until) {
                minute++;
                if (minute > due + every) {
                    end("MISSED", due + every);
                    due += every;
                    row++;
                }
                accept(second);
            }
            accept(second);
        }

        private void accept(long second) {
            while (next < all.size() && all.get(next).at <= second && all.get(next).at / 60 <= minute) {
                accept(all.get(next), (int) (all.get(next).at / 60));
                next++;
            }
        }

        private void accept(Done done, int at) {
            switch (done.what) {
                case "REFUSED" -> {
                    end("REFUSED", at);
                    row++;
                    every = Math.min(60, usual());
                    due = at + every;
                }
                case "ASLEEP" -> {
                    end("ASLEEP", at);
                    every = usual();
                    due = at + every;
                }
                case "DOSE" -> {
                    var asks =
                            stay.protocol.equals("BUP_IND") || (instrument.equals("CIWA_AR") && last.equals("SEVERE"));
                    if (asks && at + 60 < due) {
                        every = 60;
                        due = at + 60;
                    }
                }
                default -> {
                    end(at > due + allowance() ? "LATE" : "ON_TIME", at);
                    last = done.what.substring("DONE ".length());
                    calm = last.equals("MILD") ? calm + 1 : 0;
                    row = 0;
                    every = usual();
                    due = at + every;
                }
            }
        }

        private void end(String how, int at) {
            ended = how;
            endedDue = due;
            endedAt = at;
        }

        /** B.4, E15: two consecutive missed or refused observations. */
        void tell(long now) {
            if (row >= 2 && (ended.equals("MISSED") || ended.equals("REFUSED"))) {
                stay.raise("E15", instrument + " " + endedDue, endedAt * 60L, now);
            }
        }

        String status(int now) {
            return now < due - 15 ? "NOT_DUE" : now > due + allowance() ? "OVERDUE" : "DUE";
        }

        private int usual() {
            return switch (stay.protocol + " " + instrument) {
                case "ALC_IN CIWA_AR" ->
                    calm >= 3
                            ? 480
                            : switch (last) {
                                case "MILD" -> 240;
                                case "MODERATE" -> 120;
                                default -> 60;
                            };
                case "OPI_IN COWS" ->
                    switch (last) {
                        case "NONE", "MILD" -> 480;
                        case "MODERATE" -> 240;
                        case "MODERATELY_SEVERE" -> 120;
                        default -> 60;
                    };
                case "ALC_IN NEWS2" -> 240;
                case "OPI_IN NEWS2" -> 480;
                default -> 1440;
            };
        }

        private int allowance() {
            return every <= 60 ? 15 : every <= 240 ? 30 : 60;
        }
    }

    private record Done(long at, String what) {}

    private record Dose(long at, int amount, boolean buprenorphine) {}

    /** A form that was signed. */
    static final class Form {

        final String id;
        private String root;
        private final String instrument;
        final long at;
        private boolean counts = true;
        private boolean finished;
        private @Nullable Integer total;
        private String band = "";

        private Form(String id, String root, String instrument, long at) {
            this.id = id;
            this.root = root;
            this.instrument = instrument;
            this.at = at;
        }
    }

    /** An alarm that was raised. */
    static final class Alarm {

        final String rule;
        final long occurred;
        final long raised;
        private boolean acknowledged;
        private boolean resolved;

        private Alarm(String rule, long occurred, long raised) {
            this.rule = rule;
            this.occurred = occurred;
            this.raised = raised;
        }

        boolean acknowledged() {
            return acknowledged;
        }
    }
}
