package org.relais.indicator;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.indicator.RawHistory.Appointment;
import org.relais.indicator.RawHistory.Contact;
import org.relais.indicator.RawHistory.Exit;
import org.relais.indicator.RawHistory.Form;
import org.relais.indicator.RawHistory.Goal;
import org.relais.indicator.RawHistory.Omission;
import org.relais.indicator.RawHistory.Referral;
import org.relais.indicator.RawHistory.Session;
import org.relais.indicator.RawHistory.State;
import org.relais.indicator.RawHistory.Withdrawal;
import org.relais.indicator.RawHistory.Written;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * Writes a history into the tables as the acts of the rooms leave it, each change with the row of the access log from
 * which the sums learn of it. For histories of years, which the acts themselves would refuse as too old.
 */
@TestComponent
class HistoryTables {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HistoryTables(JdbcClient jdbc, AccessService access, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What may be written within one change. */
    interface Rows {

        void write();
    }

    /** A change of these people's records. */
    void change(List<PersonId> people, Rows rows) {
        Scope scope = access.taskScope("test", Section.REPORT, Purpose.COORDINATION);
        transaction.executeWithoutResult(_ -> {
            rows.write();
            people.forEach(person -> access.recordChange(scope, person, AccessAction.CHANGE, "test", person));
        });
    }

    void goal(Goal goal) {
        insert(
                "plan_goal",
                of(
                        goal.of,
                        "number",
                        jdbc.sql("SELECT COUNT(*) + 1 FROM plan_goal WHERE person_id = ?")
                                .param(goal.of.record().value())
                                .query(Integer.class)
                                .single(),
                        "domain",
                        goal.domain,
                        "statement",
                        "Un toit",
                        "owner_id",
                        UUID.randomUUID(),
                        "state",
                        goal.state,
                        "is_open",
                        true,
                        "version",
                        1));
    }

    void close(Goal goal) {
        run(
                "UPDATE plan_goal SET state = ?, ended_on = ?, is_open = FALSE WHERE id = ?",
                goal.state,
                goal.endedOn,
                goal.of.id());
    }

    void appointment(Appointment one) {
        appointment(one.of, one.of.record().value(), "INDIVIDUAL", one.startsAt, one.state);
    }

    void became(Appointment one) {
        run("UPDATE agenda_appointment SET state = ? WHERE id = ?", one.state, one.of.id());
    }

    void session(Session session) {
        appointment(session.of, null, "GROUP", session.startsAt, "PLANNED");
    }

    void changed(Session session) {
        run(
                "UPDATE agenda_appointment SET state = ?, starts_at = ? WHERE id = ?",
                session.cancelled ? "CANCELLED" : "PLANNED",
                Utc.column(session.startsAt),
                session.of.id());
    }

    void came(Session session, PersonId person, String state) {
        run(
                "REPLACE INTO agenda_attendance VALUES (?,?,?,NULL,1,?,?)",
                session.of.id(),
                person.value(),
                state,
                now(),
                UUID.randomUUID());
    }

    void referral(Referral referral) {
        insert(
                "referral_referral",
                of(
                        referral.of,
                        "kind",
                        "PARTNER",
                        "recipient_id",
                        UUID.randomUUID(),
                        "recipient",
                        "Foyer",
                        "subject",
                        "Une place",
                        "domain",
                        "HOUSING",
                        "purpose",
                        "SOCIAL_SUPPORT",
                        "state",
                        "DRAFT",
                        "is_open",
                        true,
                        "sort_on",
                        LocalDate.of(9999, 1, 1),
                        "version",
                        1));
    }

    void moved(Referral referral) {
        var move = referral.moves.getLast();
        insert(
                "referral_change",
                List.of(
                        "id",
                        UUID.randomUUID(),
                        "referral_id",
                        referral.of.id(),
                        "version",
                        referral.moves.size() + 1,
                        "state",
                        move.state(),
                        "happened_on",
                        move.on(),
                        "entry_id",
                        UUID.randomUUID(),
                        "changed_at",
                        now(),
                        "changed_by",
                        UUID.randomUUID()));
        run(
                "UPDATE referral_referral SET state = ?, sent_on = IF(? = 'SENT', ?, sent_on) WHERE id = ?",
                move.state(),
                move.state(),
                move.on(),
                referral.of.id());
    }

    void contact(Contact contact) {
        insert(
                "aftercare_follow_up",
                List.of(
                        "id",
                        contact.followUp,
                        "person_id",
                        contact.of.record().value(),
                        "centre_id",
                        contact.of.site().centre(),
                        "unit_id",
                        contact.of.unit(),
                        "episode_id",
                        UUID.randomUUID(),
                        "exit_on",
                        contact.until.minusDays(37),
                        "answer",
                        "AGREED",
                        "rule_version",
                        1,
                        "version",
                        1,
                        "created_at",
                        now(),
                        "created_by",
                        UUID.randomUUID(),
                        "changed_at",
                        now(),
                        "changed_by",
                        UUID.randomUUID()));
        insert(
                "aftercare_contact",
                List.of(
                        "id",
                        contact.of.id(),
                        "follow_up_id",
                        contact.followUp,
                        "person_id",
                        contact.of.record().value(),
                        "centre_id",
                        contact.of.site().centre(),
                        "unit_id",
                        contact.of.unit(),
                        "months",
                        1,
                        "due_on",
                        contact.until.minusDays(7),
                        "from_on",
                        contact.until.minusDays(14),
                        "until_on",
                        contact.until,
                        "state",
                        contact.state,
                        "is_open",
                        true,
                        "version",
                        1,
                        "changed_at",
                        now(),
                        "changed_by",
                        UUID.randomUUID()));
    }

    void closed(Contact contact) {
        run(
                "UPDATE aftercare_contact SET state = ?, closed_on = ?, is_open = FALSE WHERE id = ?",
                contact.state,
                contact.closedOn,
                contact.of.id());
        run("UPDATE aftercare_follow_up SET ending = ? WHERE id = ?", contact.ending, contact.followUp);
    }

    void exit(Exit exit) {
        run(
                """
                        INSERT INTO situation_exit
                            (id, person_id, centre_id, unit_id, episode_id, left_on, entered_on, reason, recorded_at)
                        VALUES (?,?,?,?,?,?,?,?,?)""",
                exit.of().id(),
                exit.of().record().value(),
                exit.of().site().centre(),
                exit.of().unit(),
                UUID.randomUUID(),
                exit.on(),
                exit.from(),
                exit.reason(),
                now());
    }

    /** @param wrong what it stands in the place of */
    void state(State state, UUID centre, @Nullable State wrong) {
        told(state.id, state.record, centre, state.kind, state.code, state.from, state.to, state.told, wrong);
    }

    void takenBack(State wrong, UUID centre, int told) {
        told(UUID.randomUUID(), wrong.record, centre, wrong.kind, null, wrong.from, null, told, wrong);
    }

    void withdrawal(Withdrawal withdrawal) {
        var of = withdrawal.of;
        var begun = Utc.column(withdrawal.turns.getFirst());
        run("""
                        INSERT INTO detox_episode
                            (id, version, person_id, centre_id, unit_id, setting, substances, protocol, protocol_version,
                             state, started_at, watched_from, planned_end, live)
                        VALUES (?, 1, ?, ?, ?, 'INPATIENT', 'GHB', 'GHB', 1, 'ACTIVE', ?, ?, '2030-01-01', TRUE)""", of.id(), of.record().value(), of.site().centre(), of.unit(), begun, begun);
        act(withdrawal, "START");
    }

    void turned(Withdrawal withdrawal) {
        var ended = withdrawal.outcome != null;
        var at = Utc.column(withdrawal.turns.getLast());
        if (ended) {
            run(
                    "UPDATE detox_episode SET state = 'ENDED', live = NULL, outcome = ?, ended_at = ? WHERE id = ?",
                    withdrawal.outcome,
                    at,
                    withdrawal.of.id());
        } else {
            run(
                    "UPDATE detox_episode SET state = ? WHERE id = ?",
                    withdrawal.watched() ? "ACTIVE" : "SUSPENDED",
                    withdrawal.of.id());
        }
        act(withdrawal, ended ? "END" : withdrawal.watched() ? "RESUME" : "SUSPEND");
    }

    void omission(Withdrawal withdrawal, Omission omission) {
        insert(
                "detox_omission",
                List.of(
                        "id",
                        UUID.randomUUID(),
                        "detox_id",
                        withdrawal.of.id(),
                        "person_id",
                        withdrawal.of.record().value(),
                        "centre_id",
                        withdrawal.of.site().centre(),
                        "instrument",
                        "NEWS2",
                        "kind",
                        omission.refused() ? "REFUSED" : "ASLEEP",
                        "occurred_at",
                        Utc.column(omission.at()),
                        "recorded_at",
                        now(),
                        "staff_id",
                        UUID.randomUUID(),
                        "entry_id",
                        UUID.randomUUID()));
    }

    /** @param status SCORED, or INCOMPLETE for one that counts as no observation */
    void form(Form form, String status) {
        insert(
                "assessment_form",
                List.of(
                        "id",
                        form.id,
                        "person_id",
                        form.record.value(),
                        "centre_id",
                        form.site.centre(),
                        "instrument",
                        "NEWS2",
                        "rule_version",
                        1,
                        "status",
                        status,
                        "occurred_at",
                        Utc.column(form.at),
                        "recorded_at",
                        now(),
                        "scorer_id",
                        UUID.randomUUID(),
                        "entry_id",
                        UUID.randomUUID()));
    }

    void takenBack(Form form) {
        run("INSERT INTO assessment_taken_back VALUES (?,?)", form.id, now());
    }

    void merge(PersonId surviving, PersonId absorbed) {
        insert(
                "access_merge",
                List.of(
                        "id",
                        UUID.randomUUID(),
                        "absorbed_id",
                        absorbed.value(),
                        "surviving_id",
                        surviving.value(),
                        "linked_at",
                        now(),
                        "linked_by",
                        UUID.randomUUID(),
                        "reason",
                        "One person",
                        "live",
                        true));
    }

    void part(PersonId absorbed) {
        run("UPDATE access_merge SET live = NULL WHERE absorbed_id = ? AND live", absorbed.value());
    }

    private void appointment(Written of, @Nullable UUID person, String kind, Instant startsAt, String state) {
        run(
                """
                        INSERT INTO agenda_appointment
                            (id, alone, person_id, centre_id, unit_id, kind, discipline, starts_at, ends_at, state, version,
                             created_at, created_by, changed_at, changed_by)
                        VALUES (?, FALSE, ?, ?, ?, ?, 'SOCIAL', ?, ?, ?, 1, ?, ?, ?, ?)""",
                of.id(),
                person,
                of.site().centre(),
                of.unit(),
                kind,
                Utc.column(startsAt),
                Utc.column(startsAt.plusSeconds(3_600)),
                state,
                now(),
                UUID.randomUUID(),
                now(),
                UUID.randomUUID());
    }

    private void told(
            UUID id,
            PersonId person,
            UUID centre,
            String kind,
            @Nullable String code,
            LocalDate from,
            @Nullable LocalDate to,
            int told,
            @Nullable State wrong) {
        run(
                """
                        INSERT INTO situation_state
                            (id, person_id, centre_id, kind, list_version, code, lasting, from_on, to_on, supersedes_id,
                             revision, recorded_at, recorded_by, entry_id)
                        VALUES (?, ?, ?, ?, 1, ?, FALSE, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                person.value(),
                centre,
                kind,
                code,
                from,
                to,
                wrong == null ? null : wrong.id,
                told,
                Utc.column(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(told)),
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    private void act(Withdrawal withdrawal, String act) {
        insert(
                "detox_act",
                List.of(
                        "detox_id",
                        withdrawal.of.id(),
                        "version",
                        withdrawal.turns.size(),
                        "act",
                        act,
                        "at",
                        Utc.column(withdrawal.turns.getLast()),
                        "recorded_at",
                        now(),
                        "recorded_by",
                        UUID.randomUUID(),
                        "entry_id",
                        UUID.randomUUID()));
    }

    private List<@Nullable Object> of(Written of, Object... more) {
        var columns = new ArrayList<@Nullable Object>(Arrays.asList(
                "id",
                of.id(),
                "person_id",
                of.record().value(),
                "centre_id",
                of.site().centre(),
                "unit_id",
                of.unit(),
                "created_at",
                now(),
                "created_by",
                UUID.randomUUID(),
                "changed_at",
                now(),
                "changed_by",
                UUID.randomUUID()));
        columns.addAll(List.of(more));
        return columns;
    }

    private void insert(String table, List<? extends @Nullable Object> columnsAndValues) {
        var names = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        for (var at = 0; at < columnsAndValues.size(); at += 2) {
            names.add(String.valueOf(columnsAndValues.get(at)));
            values.add(columnsAndValues.get(at + 1));
        }
        jdbc.sql("INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + names.stream().map(_ -> "?").collect(Collectors.joining(",")) + ")")
                .params(values)
                .update();
    }

    private void run(String sql, @Nullable Object... values) {
        jdbc.sql(sql).params(Arrays.asList(values)).update();
    }

    private Object now() {
        return Utc.column(clock.instant());
    }
}
