package org.relais.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.indicator.RawHistory.Appointment;
import org.relais.indicator.RawHistory.Contact;
import org.relais.indicator.RawHistory.Exit;
import org.relais.indicator.RawHistory.Form;
import org.relais.indicator.RawHistory.Goal;
import org.relais.indicator.RawHistory.Move;
import org.relais.indicator.RawHistory.Omission;
import org.relais.indicator.RawHistory.Referral;
import org.relais.indicator.RawHistory.Session;
import org.relais.indicator.RawHistory.Site;
import org.relais.indicator.RawHistory.State;
import org.relais.indicator.RawHistory.Withdrawal;
import org.relais.indicator.RawHistory.Written;
import org.relais.shared.PersonId;

/** Lets things happen to people, one after the other, by chance that a seed repeats. */
final class HistoryWriter {

    private static final List<String> WORK = List.of("EMPLOYED_FULL", "UNEMPLOYED", "OUTSIDE_STUDENT", "NK", "REFUSED");
    private static final List<String> HOUSING = List.of("ETHOS_0", "ETHOS_1", "ETHOS_12", "NK");

    private final RawHistory history;
    private final HistoryTables tables;
    private final List<PersonId> people;
    private final List<Site> sites;
    private final Instant now;
    private final Random random;
    private int told;

    HistoryWriter(
            RawHistory history,
            HistoryTables tables,
            List<PersonId> people,
            List<Site> sites,
            Instant now,
            Random random) {
        this.history = history;
        this.tables = tables;
        this.people = people;
        this.sites = sites;
        this.now = now;
        this.random = random;
    }

    void next() {
        switch (random.nextInt(16)) {
            case 0 -> goal();
            case 1 -> closeGoal();
            case 2 -> appointment();
            case 3 -> attend();
            case 4 -> session();
            case 5 -> changeSession();
            case 6 -> referral();
            case 7 -> moveReferral();
            case 8 -> contact();
            case 9 -> closeContact();
            case 10 -> exit();
            case 11 -> state();
            case 12 -> correctState();
            case 13 -> withdrawal();
            case 14 -> turn();
            case 15 -> merge();
            default -> throw new IllegalStateException();
        }
        observe();
    }

    private void goal() {
        var goal = new Goal(written(true), one(List.of("HOUSING", "EMPLOYMENT", "HEALTH", "TRAINING")));
        history.goals.add(goal);
        change(goal.of, () -> tables.goal(goal));
    }

    private void closeGoal() {
        any(history.goals.stream().filter(one -> one.endedOn == null).toList()).ifPresent(goal -> {
            goal.state = one(List.of("ATTAINED", "PARTLY_ATTAINED", "NOT_ATTAINED", "ABANDONED_BY_PERSON", "OBSOLETE"));
            goal.endedOn = day();
            change(goal.of, () -> tables.close(goal));
        });
    }

    private void appointment() {
        var one = new Appointment(written(true), moment());
        history.appointments.add(one);
        change(one.of, () -> tables.appointment(one));
    }

    private void attend() {
        any(history.appointments).ifPresent(one -> {
            one.state = one(List.of("ATTENDED", "NO_SHOW", "CANCELLED", "LATE_CANCEL"));
            change(one.of, () -> tables.became(one));
        });
    }

    private void session() {
        var session = new Session(written(true), moment());
        history.sessions.add(session);
        tables.change(List.of(), () -> tables.session(session));
    }

    private void changeSession() {
        any(history.sessions).ifPresent(session -> {
            var person = one(people);
            if (random.nextInt(4) > 0) {
                session.came.put(person, one(List.of("ATTENDED", "NO_SHOW")));
                tables.change(
                        List.of(history.head(person)),
                        () -> tables.came(session, person, Objects.requireNonNull(session.came.get(person))));
            } else {
                session.cancelled = random.nextBoolean();
                session.startsAt = moment();
                tables.change(
                        session.came.keySet().stream()
                                .map(history::head)
                                .distinct()
                                .toList(),
                        () -> tables.changed(session));
            }
        });
    }

    private void referral() {
        var referral = new Referral(written(true));
        history.referrals.add(referral);
        change(referral.of, () -> tables.referral(referral));
        move(referral, "CONSENTED");
        move(referral, "SENT");
    }

    private void moveReferral() {
        any(history.referrals)
                .ifPresent(referral -> move(
                        referral,
                        one(List.of(
                                "RECEIVED", "APPOINTMENT", "NO_SHOW", "ATTENDED", "REFUSED", "CLOSED", "WITHDRAWN"))));
    }

    private void move(Referral referral, String state) {
        var before = referral.moves.isEmpty() ? day() : referral.moves.getLast().on();
        referral.moves.add(new Move(state, before.plusDays(random.nextInt(18))));
        change(referral.of, () -> tables.moved(referral));
    }

    private void contact() {
        var contact = new Contact(written(false), UUID.randomUUID(), day().plusDays(20));
        history.contacts.add(contact);
        change(contact.of, () -> tables.contact(contact));
    }

    private void closeContact() {
        any(history.contacts).ifPresent(contact -> {
            contact.state = one(List.of("REACHED", "NOT_REACHED", "DECLINED", "DECEASED", "ENDED"));
            contact.closedOn = contact.until.plusDays(random.nextInt(5) - 2L);
            contact.ending = contact.state.equals("ENDED") ? one(List.of("DECLINED", "DECEASED", "REPLACED")) : null;
            change(contact.of, () -> tables.closed(contact));
        });
    }

    private void exit() {
        var on = day();
        var of = written(false);
        for (var kind : List.of("WORK", "HOUSING")) {
            var state = state(of.record(), kind);
            change(of, () -> tables.state(state, of.site().centre(), null));
        }
        var exit = new Exit(
                of,
                random.nextInt(5) == 0 ? null : on.minusDays(random.nextInt(60)),
                on,
                one(List.of("COMPLETED", "LEFT_AGAINST_ADVICE", "DIED", "ENTERED_IN_ERROR")));
        history.exits.add(exit);
        change(exit.of(), () -> tables.exit(exit));
    }

    // Most of them long after the day from which they held
    private void state() {
        var state = state(one(people), random.nextBoolean() ? "WORK" : "HOUSING");
        tables.change(
                List.of(history.head(state.record)),
                () -> tables.state(state, one(sites).centre(), null));
    }

    private State state(PersonId person, String kind) {
        var from = day().minusDays(30);
        var state = new State(
                UUID.randomUUID(),
                person,
                kind,
                one(kind.equals("WORK") ? WORK : HOUSING),
                from,
                random.nextInt(3) == 0 ? from.plusDays(random.nextInt(40)) : null,
                ++told);
        history.states.add(state);
        return state;
    }

    private void correctState() {
        any(history.states.stream().filter(one -> !one.struck).toList()).ifPresent(wrong -> {
            wrong.struck = true;
            var centre = one(sites).centre();
            if (random.nextBoolean()) {
                var right = state(wrong.record, wrong.kind);
                tables.change(List.of(history.head(wrong.record)), () -> tables.state(right, centre, wrong));
            } else {
                told++;
                tables.change(List.of(history.head(wrong.record)), () -> tables.takenBack(wrong, centre, told));
            }
        });
    }

    private void withdrawal() {
        var of = written(true);
        if (history.withdrawals.stream()
                .anyMatch(one -> one.outcome == null && one.of.record().equals(of.record()))) {
            return;
        }
        var withdrawal = new Withdrawal(of, now.minus(Duration.ofMinutes(6_000 - random.nextInt(3_000))));
        history.withdrawals.add(withdrawal);
        change(of, () -> tables.withdrawal(withdrawal));
        // What was done on the way is entered now
        for (var count = random.nextInt(8); count > 0; count--) {
            observe(withdrawal);
        }
    }

    private void turn() {
        any(history.withdrawals.stream().filter(one -> one.outcome == null).toList())
                .ifPresent(withdrawal -> {
                    var at = withdrawal.turns.getLast().plus(Duration.ofMinutes(1 + random.nextInt(1_000)));
                    if (at.isAfter(now)) {
                        return;
                    }
                    if (withdrawal.watched() && random.nextBoolean()) {
                        withdrawal.outcome = one(List.of(
                                "COMPLETED",
                                "COMPLETED_TO_OAT",
                                "TRANSFERRED_HIGHER_CARE",
                                "LEFT_AGAINST_ADVICE",
                                "DIED",
                                "ENTERED_IN_ERROR"));
                    }
                    withdrawal.turns.add(at);
                    change(withdrawal.of, () -> tables.turned(withdrawal));
                });
    }

    private void merge() {
        if (!history.merged.isEmpty() && random.nextInt(3) == 0) {
            var absorbed = one(List.copyOf(history.merged.keySet()));
            var surviving = Objects.requireNonNull(history.merged.remove(absorbed));
            tables.change(List.of(surviving, absorbed), () -> tables.part(absorbed));
            return;
        }
        var surviving = one(people);
        var absorbed = one(people);
        var chained = surviving.equals(absorbed)
                || history.merged.containsKey(surviving)
                || history.merged.containsKey(absorbed)
                || history.merged.containsValue(absorbed);
        if (!chained) {
            history.merged.put(absorbed, surviving);
            tables.change(List.of(surviving, absorbed), () -> tables.merge(surviving, absorbed));
        }
    }

    private void observe() {
        any(history.withdrawals).ifPresent(this::observe);
    }

    private void observe(Withdrawal withdrawal) {
        var at = withdrawal.turns.getFirst().plus(Duration.ofMinutes(random.nextInt(3_000)));
        switch (random.nextInt(6)) {
            case 0 -> {
                var omission = new Omission(at, random.nextBoolean());
                withdrawal.omissions.add(omission);
                change(withdrawal.of, () -> tables.omission(withdrawal, omission));
            }
            case 1 ->
                any(history.forms.stream().filter(form -> !form.struck).toList())
                        .ifPresent(form -> {
                            form.struck = true;
                            tables.change(List.of(history.head(form.record)), () -> tables.takenBack(form));
                        });
            default -> {
                // In the record that is open now, which is the surviving one
                var record = history.head(withdrawal.of.record());
                var form = new Form(UUID.randomUUID(), record, withdrawal.of.site(), at);
                form.struck = random.nextInt(8) == 0;
                history.forms.add(form);
                tables.change(List.of(record), () -> tables.form(form, form.struck ? "INCOMPLETE" : "SCORED"));
            }
        }
    }

    private void change(Written of, HistoryTables.Rows rows) {
        tables.change(List.of(history.head(of.record())), rows);
    }

    private Written written(boolean orNoUnit) {
        var site = one(sites);
        @Nullable UUID unit = orNoUnit && random.nextInt(4) == 0 ? null : one(site.units());
        return new Written(UUID.randomUUID(), one(people), site, unit);
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 20).plusDays(random.nextInt(60));
    }

    private Instant moment() {
        return Instant.parse("2026-01-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> any(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(one(new ArrayList<>(choices)));
    }
}
