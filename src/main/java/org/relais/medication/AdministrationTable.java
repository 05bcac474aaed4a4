package org.relais.medication;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.medication.Administration.Recheck;
import org.relais.medication.DoseFacts.PastDose;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The administration record and the keys that keep a dose from being given twice. */
@Component
class AdministrationTable {

    private static final String CORRECTED =
            "EXISTS (SELECT 1 FROM medication_administration later WHERE later.corrects_id = a.id)";

    private static final String SELECT = "SELECT a.*, o.drug_code, o.drug, o.strength, o.form, o.route, o.kind, "
            + CORRECTED + " AS corrected, r.effect, r.remark, r.observed_at AS rechecked_at,"
            + " r.recorded_by AS rechecked_by"
            + " FROM medication_administration a JOIN medication_order o ON o.id = a.order_id"
            + " LEFT JOIN medication_recheck r ON r.administration_id = a.id AND NOT EXISTS (SELECT 1"
            + " FROM medication_recheck_taken_back b WHERE b.administration_id = r.administration_id AND b.turn = r.turn)"
            + " WHERE a.person_id IN (:people)";

    private final JdbcClient jdbc;

    AdministrationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of doses since a moment, the latest first; what was corrected is among it. */
    List<Administration> of(Collection<PersonId> people, Instant since) {
        return jdbc.sql(SELECT + " AND a.observed_at >= :since ORDER BY a.observed_at DESC, a.id DESC LIMIT 5000")
                .param("people", OrderTable.values(people))
                .param("since", Utc.column(since))
                .query(AdministrationTable::row)
                .list();
    }

    Optional<Administration> find(Collection<PersonId> people, AdministrationId id) {
        return jdbc.sql(SELECT + " AND a.id = :id")
                .param("people", OrderTable.values(people))
                .param("id", id.value())
                .query(AdministrationTable::row)
                .optional();
    }

    Optional<Administration> byEntry(PersonId person, EntryId entry) {
        return jdbc.sql(SELECT + " AND a.entry_id = :entry AND a.outcome <> 'ENTERED_IN_ERROR'")
                .param("people", List.of(person.value()))
                .param("entry", entry.value())
                .query(AdministrationTable::row)
                .optional();
    }

    /** Every dose that went into one of these people since a moment. */
    List<GivenDrug> given(Collection<PersonId> people, Instant since) {
        return jdbc.sql("SELECT a.person_id, a.centre_id, o.drug_code, a.observed_at FROM medication_administration a"
                        + " JOIN medication_order o ON o.id = a.order_id"
                        + " WHERE a.person_id IN (:people) AND a.observed_at >= :since"
                        + " AND a.outcome = 'GIVEN' AND NOT " + CORRECTED)
                .param("people", OrderTable.values(people))
                .param("since", Utc.column(since))
                .query((row, number) -> new GivenDrug(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getString("drug_code"),
                        Utc.instant(row, "observed_at")))
                .list();
    }

    /** The doses of a drug that went into the person since a moment, from whatever order and centre. */
    List<PastDose> given(Collection<PersonId> people, String drugKey, Instant since) {
        return jdbc.sql("SELECT a.observed_at, a.dose, a.unit FROM medication_administration a"
                        + " WHERE a.person_id IN (:people) AND a.drug_key = :drug AND a.observed_at > :since"
                        + " AND a.outcome = 'GIVEN' AND NOT " + CORRECTED)
                .param("people", OrderTable.values(people))
                .param("drug", drugKey)
                .param("since", Utc.column(since))
                .query((row, number) -> new PastDose(
                        Utc.instant(row, "observed_at"),
                        Decimals.plain(row.getBigDecimal("dose")),
                        row.getString("unit")))
                .list();
    }

    void insert(Administration row) {
        var slot = row.slot();
        jdbc.sql("""
                        INSERT INTO medication_administration
                            (id, order_id, course_id, person_id, centre_id, unit_id, drug_key, outcome, dose, unit,
                             ordered_dose, slot_day, slot_time, reason_code, reason, sedation, form_id, observed_at,
                             recorded_at, recorded_by, corrects_id, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(row.order().value())
                .param(row.course().value())
                .param(row.person().value())
                .param(row.centre().value())
                .param(value(row.unit()))
                .param(row.drug().key())
                .param(row.outcome().name())
                .param(row.dose())
                .param(row.drug().unit())
                .param(row.orderedDose())
                .param(slot == null ? null : slot.day())
                .param(slot == null ? null : slot.time())
                .param(row.reason() == null ? null : row.reason().name())
                .param(row.words())
                .param(row.sedation())
                .param(value(row.form()))
                .param(Utc.column(row.observedAt()))
                .param(Utc.column(row.recordedAt()))
                .param(row.recordedBy().value())
                .param(value(row.corrects()))
                .param(row.entry().value())
                .update();
    }

    /** Takes the place of a scheduled dose; refused by the key when somebody took it. */
    void takeSlot(OrderId course, SlotName slot, AdministrationId administration) {
        jdbc.sql("INSERT INTO medication_slot (course_id, slot_day, slot_time, administration_id) VALUES (?,?,?,?)")
                .param(course.value())
                .param(slot.day())
                .param(slot.time())
                .param(administration.value())
                .update();
    }

    void releaseSlot(OrderId course, SlotName slot) {
        jdbc.sql("DELETE FROM medication_slot WHERE course_id = ? AND slot_day = ? AND slot_time = ?")
                .param(course.value())
                .param(slot.day())
                .param(slot.time())
                .update();
    }

    /** The last turn of a drug that was taken. */
    int lastTurn(Collection<PersonId> people, String drugKey) {
        return jdbc.sql("SELECT COALESCE(MAX(turn), 0) FROM medication_turn"
                        + " WHERE person_id IN (:people) AND drug_key = :drug")
                .param("people", OrderTable.values(people))
                .param("drug", drugKey)
                .query(Integer.class)
                .single();
    }

    /** Takes a turn; refused by the key when a dose of the drug was given meanwhile. */
    void takeTurn(PersonId person, String drugKey, int turn, AdministrationId administration) {
        jdbc.sql("INSERT INTO medication_turn (person_id, drug_key, turn, administration_id) VALUES (?,?,?,?)")
                .param(person.value())
                .param(drugKey)
                .param(turn)
                .param(administration.value())
                .update();
    }

    void insertRecheck(AdministrationId dose, Recheck recheck, Instant recordedAt, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO medication_recheck
                            (administration_id, turn, effect, remark, observed_at, recorded_at, recorded_by, entry_id)
                        VALUES (?, (SELECT 1 + COUNT(*) FROM medication_recheck_taken_back b
                                    WHERE b.administration_id = ?),?,?,?,?,?,?)""")
                .param(dose.value())
                .param(dose.value())
                .param(recheck.effect().name())
                .param(recheck.remark())
                .param(Utc.column(recheck.observedAt()))
                .param(Utc.column(recordedAt))
                .param(recheck.by().value())
                .param(entry.value())
                .update();
    }

    /** Counts the re-check of this entry no more; nothing happens when the entry is none's. */
    void takeBackRecheck(PersonId person, EntryId entry, Instant at) {
        jdbc.sql("""
                        INSERT INTO medication_recheck_taken_back (administration_id, turn, recorded_at)
                        SELECT r.administration_id, r.turn, ? FROM medication_recheck r
                        JOIN medication_administration a ON a.id = r.administration_id
                        WHERE r.entry_id = ? AND a.person_id = ?""")
                .param(Utc.column(at))
                .param(entry.value())
                .param(person.value())
                .update();
    }

    private static Administration row(ResultSet row, int number) throws SQLException {
        var day = row.getObject("slot_day", LocalDate.class);
        var time = row.getObject("slot_time", LocalTime.class);
        var reason = row.getString("reason_code");
        var corrects = Utc.uuidOrNull(row, "corrects_id");
        var form = Utc.uuidOrNull(row, "form_id");
        BigDecimal dose = row.getBigDecimal("dose");
        return new Administration(
                new AdministrationId(Utc.uuid(row, "id")),
                new OrderId(Utc.uuid(row, "order_id")),
                new OrderId(Utc.uuid(row, "course_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                OrderTable.unit(row),
                OrderTable.drug(row),
                OrderKind.valueOf(row.getString("kind")),
                Outcome.valueOf(row.getString("outcome")),
                Decimals.plainOrNull(dose),
                Decimals.plainOrNull(row.getBigDecimal("ordered_dose")),
                day == null || time == null ? null : new SlotName(day, time),
                reason == null ? null : NotGivenReason.valueOf(reason),
                row.getString("reason"),
                row.getObject("sedation", Integer.class),
                form == null ? null : new AssessmentId(form),
                Utc.instant(row, "observed_at"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")),
                corrects == null ? null : new AdministrationId(corrects),
                row.getBoolean("corrected"),
                new EntryId(Utc.uuid(row, "entry_id")),
                recheck(row));
    }

    private static @Nullable Recheck recheck(ResultSet row) throws SQLException {
        var effect = row.getString("effect");
        return effect == null
                ? null
                : new Recheck(
                        Effect.valueOf(effect),
                        row.getString("remark"),
                        Utc.instant(row, "rechecked_at"),
                        new StaffId(Utc.uuid(row, "rechecked_by")));
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
