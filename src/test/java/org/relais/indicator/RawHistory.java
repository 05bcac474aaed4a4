package org.relais.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * What happened to some people, as they would tell it, and what the figures are of it: counted one after the other in
 * the words of the domain reference (H.3), with nothing of how the rooms count.
 */
final class RawHistory {

    static final Set<String> REINTEGRATING = Set.of("HOUSING", "EDUCATION", "TRAINING", "EMPLOYMENT");

    final List<Goal> goals = new ArrayList<>();
    final List<Appointment> appointments = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final List<Referral> referrals = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Exit> exits = new ArrayList<>();
    final List<State> states = new ArrayList<>();
    final List<Withdrawal> withdrawals = new ArrayList<>();
    final List<Form> forms = new ArrayList<>();

    /** Who was merged into whom. */
    final Map<PersonId, PersonId> merged = new HashMap<>();

    /** A centre with the units that write there, the whole centre among them. */
    record Site(UUID centre, List<UUID> units, ZoneId zone, LocalTime cutOff) {

        LocalDate day(Instant instant) {
            var local = instant.atZone(zone).toLocalDateTime();
            return local.toLocalTime().isBefore(cutOff) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        }
    }

    /** Where something is written, and in whose record. */
    record Written(
            UUID id, PersonId record, Site site, @Nullable UUID unit) {}

    static final class Goal {
        final Written of;
        final String domain;
        String state = "IN_PROGRESS";

        @Nullable
        LocalDate endedOn;

        Goal(Written of, String domain) {
            this.of = of;
            this.domain = domain;
        }
    }

    static final class Appointment {
        final Written of;
        final Instant startsAt;
        String state = "PLANNED";

        Appointment(Written of, Instant startsAt) {
            this.of = of;
            this.startsAt = startsAt;
        }
    }

    static final class Session {
        final Written of;
        Instant startsAt;
        boolean cancelled;
        final Map<PersonId, String> came = new HashMap<>();

        Session(Written of, Instant startsAt) {
            this.of = of;
            this.startsAt = startsAt;
        }
    }

    record Move(String state, LocalDate on) {}

    static final class Referral {
        final Written of;
        final List<Move> moves = new ArrayList<>();

        Referral(Written of) {
            this.of = of;
        }
    }

    static final class Contact {
        final Written of;
        final UUID followUp;
        final LocalDate until;
        String state = "OPEN";

        @Nullable
        LocalDate closedOn;

        @Nullable
        String ending;

        Contact(Written of, UUID followUp, LocalDate until) {
            this.of = of;
            this.followUp = followUp;
            this.until = until;
        }
    }

    record Exit(Written of, @Nullable LocalDate from, LocalDate on, String reason) {}

    static final class State {
        final UUID id;
        final PersonId record;
        final String kind;
        final String code;
        final LocalDate from;
        final @Nullable LocalDate to;
        final int told;
        boolean struck;

        State(UUID id, PersonId record, String kind, String code, LocalDate from, @Nullable LocalDate to, int told) {
            this.id = id;
            this.record = record;
            this.kind = kind;
            this.code = code;
            this.from = from;
            this.to = to;
            this.told = told;
        }
    }

    /** @param refused whether the person refused; otherwise they slept */
    record Omission(Instant at, boolean refused) {}

    static final class Withdrawal {
        final Written of;
        final List<Instant> turns = new ArrayList<>();
        final List<Omission> omissions = new ArrayList<>();

        @Nullable
        String outcome;

        Withdrawal(Written of, Instant begun) {
            this.of = of;
            turns.add(begun);
        }

        /** Begun or taken up again, and neither paused nor ended since. */
        boolean watched() {
            return turns.size() % 2 == 1;
        }
    }

    static final class Form {
        final UUID id;
        final PersonId record;
        final Site site;
        final Instant at;
        boolean struck;

        Form(UUID id, PersonId record, Site site, Instant at) {
            this.id = id;
            this.record = record;
            this.site = site;
            this.at = at;
        }
    }

    PersonId head(PersonId record) {
        return merged.getOrDefault(record, record);
    }

    /** Facts, numerators and denominators by figure, place and day, in words. */
    Map<String, String> counted(Instant now) {
        var count = new Count();
        for (var goal : goals) {
            if (Set.of("ATTAINED", "PARTLY_ATTAINED", "NOT_ATTAINED", "ABANDONED_BY_PERSON")
                    .contains(goal.state)) {
                var attained = goal.state.equals("ATTAINED") ? 1 : 0;
                count.add("K11", goal.of, Objects.requireNonNull(goal.endedOn), attained, 1);
                if (REINTEGRATING.contains(goal.domain)) {
                    count.add("K17", goal.of, goal.endedOn, attained, 1);
                }
            }
        }
        for (var one : appointments) {
            count.attendance(one.of, one.state, one.of.site().day(one.startsAt));
        }
        for (var session : sessions) {
            if (!session.cancelled) {
                session.came.forEach((person, state) ->
                        count.attendance(session.of, state, session.of.site().day(session.startsAt)));
            }
        }
        referrals.forEach(referral -> countReferral(count, referral));
        contacts.forEach(contact -> countContact(count, contact));
        exits.forEach(exit -> countExit(count, exit));
        withdrawals.forEach(withdrawal -> countWithdrawal(count, withdrawal, now));
        return count.lines();
    }

    private static void countReferral(Count count, Referral referral) {
        var sent = referral.moves.stream()
                .filter(move -> move.state().equals("SENT"))
                .findFirst();
        if (sent.isEmpty() || referral.moves.getLast().state().equals("WITHDRAWN")) {
            return;
        }
        var closed = false;
        for (var move : referral.moves) {
            if (!move.on().isAfter(sent.get().on().plusDays(30))) {
                closed = Set.of("ATTENDED", "NO_SHOW", "REFUSED", "CLOSED").contains(move.state());
            }
        }
        count.add("K16", referral.of, sent.get().on(), closed ? 1 : 0, 1);
    }

    private static void countContact(Count count, Contact contact) {
        var endedBefore = contact.state.equals("ENDED")
                && !Objects.requireNonNull(contact.closedOn).isAfter(contact.until);
        var died = contact.state.equals("DECEASED")
                || (contact.state.equals("ENDED") && "DECEASED".equals(contact.ending));
        if (!endedBefore && !died) {
            count.add("K13", contact.of, contact.until, contact.state.equals("REACHED") ? 1 : 0, 1);
        }
    }

    private void countExit(Count count, Exit exit) {
        if (exit.from() == null || exit.reason().equals("ENTERED_IN_ERROR")) {
            return;
        }
        for (var kind : List.of("WORK", "HOUSING")) {
            var before = reached(exit, kind, exit.from());
            var after = reached(exit, kind, exit.on());
            var name = kind.equals("WORK") ? "K12_EMPLOYMENT" : "K12_HOUSING";
            count.add(name + "_KNOWN", exit.of(), exit.on(), after == null ? 0 : 1, 1);
            count.add(
                    kind.equals("WORK") ? "K12" : "K12_HOUSING",
                    exit.of(),
                    exit.on(),
                    after != null && after ? 1 : 0,
                    after == null ? 0 : 1);
            if (before != null && after != null) {
                count.add(name + "_CHANGE", exit.of(), exit.on(), before.equals(after) ? 0 : after ? 1 : -1, 1);
            }
        }
    }

    // What was begun last and not later than the day holds, unless it had ended by then
    private @Nullable Boolean reached(Exit exit, String kind, LocalDate day) {
        var holds = states.stream()
                .filter(state -> !state.struck
                        && state.kind.equals(kind)
                        && head(state.record).equals(head(exit.of().record()))
                        && !state.from.isAfter(day))
                .max(Comparator.comparing((State state) -> state.from).thenComparingInt(state -> state.told));
        if (holds.isEmpty() || Set.of("NK", "REFUSED").contains(holds.get().code)) {
            return null;
        }
        var to = holds.get().to;
        if (to != null && to.isBefore(day)) {
            return null;
        }
        return Set.of("EMPLOYED_FULL", "EMPLOYED_PART", "ETHOS_0").contains(holds.get().code);
    }

    private void countWithdrawal(Count count, Withdrawal withdrawal, Instant now) {
        if ("ENTERED_IN_ERROR".equals(withdrawal.outcome)) {
            return;
        }
        var site = withdrawal.of.site();
        if (withdrawal.outcome != null) {
            var completed = withdrawal.outcome.startsWith("COMPLETED") ? 1 : 0;
            count.add("K3", withdrawal.of, site.day(withdrawal.turns.getLast()), completed, 1);
        }
        var made = forms.stream()
                .filter(form -> !form.struck
                        && form.site.equals(site)
                        && head(form.record).equals(head(withdrawal.of.record())))
                .map(form -> form.at)
                .collect(Collectors.groupingBy(at -> at, Collectors.counting()));
        for (var at = 0; at < withdrawal.turns.size(); at += 2) {
            var until = at + 1 < withdrawal.turns.size() ? withdrawal.turns.get(at + 1) : now;
            watch(count, withdrawal, made, withdrawal.turns.get(at), until);
        }
    }

    // Minute by minute, as somebody who sits beside the bed with a list. GHB: hourly for a day, then every four hours.
    private static void watch(
            Count count, Withdrawal withdrawal, Map<Instant, Long> made, Instant from, Instant until) {
        var site = withdrawal.of.site();
        var due = from.plus(Duration.ofMinutes(15));
        var interval = 60;
        var any = false;
        for (var minute = from; !minute.isAfter(until); minute = minute.plus(Duration.ofMinutes(1))) {
            if (minute.isAfter(due.plus(Duration.ofMinutes(interval)))) {
                count.add("K10", withdrawal.of, site.day(due), 1, 1);
                due = due.plus(Duration.ofMinutes(interval));
            }
            var now = minute;
            var usual = Duration.between(from, now).toHours() < 24 ? 60 : 240;
            for (var form = 0L; form < made.getOrDefault(now, 0L); form++) {
                var late = now.isAfter(due.plus(Duration.ofMinutes(grace(interval))));
                count.add("K10", withdrawal.of, site.day(due), late ? 1 : 0, 1);
                any = true;
                interval = usual;
                due = now.plus(Duration.ofMinutes(interval));
            }
            for (var omission : withdrawal.omissions) {
                if (omission.at().equals(now)) {
                    count.add("K10", withdrawal.of, site.day(due), 0, 1);
                    interval = omission.refused() || !any ? 60 : usual;
                    due = now.plus(Duration.ofMinutes(interval));
                }
            }
        }
        if (until.isAfter(due.plus(Duration.ofMinutes(grace(interval))))) {
            count.add("K10", withdrawal.of, site.day(due), 1, 1);
        }
    }

    private static int grace(int interval) {
        return interval <= 60 ? 15 : interval <= 240 ? 30 : 60;
    }

    private static final class Count {

        private final Map<String, int[]> sums = new LinkedHashMap<>();

        void attendance(Written of, String state, LocalDate day) {
            switch (state) {
                case "ATTENDED" -> add("K7", of, day, 0, 1);
                case "NO_SHOW" -> add("K7", of, day, 1, 1);
                case "CANCELLED" -> add("K7_CANCELLED", of, day, 1, 0);
                case "LATE_CANCEL" -> add("K7_LATE_CANCEL", of, day, 1, 0);
                default -> {}
            }
        }

        void add(String figure, Written of, LocalDate day, int numerator, int denominator) {
            var unit = of.unit() == null ? FactTable.NO_UNIT : of.unit();
            var sum = sums.computeIfAbsent(figure + " " + of.site().centre() + " " + day + " " + unit, _ -> new int[3]);
            sum[0]++;
            sum[1] += numerator;
            sum[2] += denominator;
        }

        Map<String, String> lines() {
            var lines = new TreeMap<String, String>();
            sums.forEach((key, sum) -> lines.put(key, sum[0] + ": " + sum[1] + "/" + sum[2]));
            return lines;
        }
    }
}
