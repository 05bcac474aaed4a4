package org.relais.detox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.AssessmentId;
import org.relais.shared.DetoxId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.shared.VisitActId;

/** The tables of outpatient visits: what results called for, what was done, and which missed visits were told. */
@Component
class VisitTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(DetoxRow detox, AssessmentId form, VisitCall call, String instrument) {
        jdbc.sql("""
                        INSERT INTO detox_visit_call
                            (form_id, detox_id, person_id, centre_id, kind, instrument, recorded_at)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(form.value())
                .param(detox.id().value())
                .param(detox.person().value())
                .param(detox.centre().value())
                .param(call.name())
                .param(instrument)
                .param(Utc.column(clock.instant()))
                .update();
    }

    void insert(DetoxRow detox, RecordVisitStep command, Told told, StaffId by, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO detox_visit_step
                            (id, detox_id, person_id, centre_id, unit_id, kind, visit_day, occurred_at, agreed_at, means,
                             informed, note, recorded_at, staff_id, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(command.id().value())
                .param(detox.id().value())
                .param(detox.person().value())
                .param(detox.centre().value())
                .param(told.unit() == null ? null : told.unit().value())
                .param(command.step().name())
                .param(command.visitDay())
                .param(Utc.column(told.at()))
                .param(command.agreedAt() == null ? null : Utc.column(command.agreedAt()))
                .param(command.means() == null ? null : command.means().name())
                .param(told.informed())
                .param(told.note())
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(entry.value())
                .update();
    }

    /** Whether nobody had told of this missed visit. */
    boolean tellMissed(DetoxRow detox, LocalDate day) {
        try {
            return jdbc.sql("INSERT INTO detox_visit_missed (detox_id, visit_day, person_id, told_at) VALUES (?,?,?,?)")
                            .param(detox.id().value())
                            .param(day)
                            .param(detox.person().value())
                            .param(Utc.column(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    boolean told(Collection<PersonId> people, VisitActId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM detox_visit_step WHERE person_id IN (:people) AND id = :id)")
                .param("people", values(people))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<CallRow> calls(Collection<DetoxId> withdrawals) {
        return jdbc.sql("SELECT * FROM detox_visit_call WHERE detox_id IN (:ids) ORDER BY recorded_at, form_id")
                .param("ids", values(withdrawals))
                .query((row, number) -> new CallRow(
                        new AssessmentId(Utc.uuid(row, "form_id")),
                        new DetoxId(Utc.uuid(row, "detox_id")),
                        VisitCall.valueOf(row.getString("kind")),
                        row.getString("instrument"),
                        Utc.instant(row, "recorded_at")))
                .list();
    }

    List<StepRow> steps(Collection<DetoxId> withdrawals) {
        return jdbc.sql("SELECT * FROM detox_visit_step WHERE detox_id IN (:ids) ORDER BY occurred_at, id")
                .param("ids", values(withdrawals))
                .query((row, number) -> new StepRow(
                        new DetoxId(Utc.uuid(row, "detox_id")),
                        VisitStep.valueOf(row.getString("kind")),
                        row.getObject("visit_day", LocalDate.class),
                        Utc.instant(row, "occurred_at"),
                        Utc.instantOrNull(row, "agreed_at"),
                        row.getString("note"),
                        Utc.instant(row, "recorded_at"),
                        new StaffId(Utc.uuid(row, "staff_id"))))
                .list();
    }

    List<MissedRow> missed(Collection<DetoxId> withdrawals) {
        return jdbc.sql(
                        "SELECT detox_id, visit_day FROM detox_visit_missed WHERE detox_id IN (:ids) ORDER BY visit_day")
                .param("ids", values(withdrawals))
                .query((row, number) -> new MissedRow(
                        new DetoxId(Utc.uuid(row, "detox_id")), row.getObject("visit_day", LocalDate.class)))
                .list();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** A step after it was checked. */
    record Told(
            Instant at,
            @Nullable String informed,
            @Nullable String note,
            @Nullable UnitId unit) {}

    record CallRow(AssessmentId form, DetoxId detox, VisitCall kind, String instrument, Instant recordedAt) {}

    record StepRow(
            DetoxId detox,
            VisitStep step,
            @Nullable LocalDate visitDay,
            Instant at,
            @Nullable Instant agreedAt,
            @Nullable String note,
            Instant recordedAt,
            StaffId by) {}

    record MissedRow(DetoxId detox, LocalDate day) {}
}
