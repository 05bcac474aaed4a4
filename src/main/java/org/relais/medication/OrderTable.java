package org.relais.medication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.medication.MedicationOrder.Stop;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.shared.Verdict;

/** The tables of signed orders. Rows are only ever added. */
@Component
class OrderTable {

    private static final UUID NOTHING = new UUID(0, 0);

    // The earliest end counts
    private static final String SELECT = """
            SELECT o.*, s.stopped_at, s.cause, s.reason AS stop_reason, s.recorded_by AS stopped_by
            FROM medication_order o
            LEFT JOIN medication_stop s ON s.order_id = o.id AND NOT EXISTS (
                SELECT 1 FROM medication_stop e WHERE e.order_id = s.order_id
                  AND (e.stopped_at < s.stopped_at OR (e.stopped_at = s.stopped_at AND e.cause < s.cause)))
            WHERE o.person_id IN (:people)""";

    private final JdbcClient jdbc;

    OrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The orders that had not ended before a moment, the earliest begun first. */
    List<MedicationOrder> of(Collection<PersonId> people, Instant since) {
        return jdbc.sql(SELECT
                        + " AND (o.ends_at IS NULL OR o.ends_at > :since)"
                        + " AND (s.stopped_at IS NULL OR s.stopped_at > :since) ORDER BY o.starts_at, o.id LIMIT 2000")
                .param("people", values(people))
                .param("since", Utc.column(since))
                .query(OrderTable::row)
                .list();
    }

    Optional<MedicationOrder> find(Collection<PersonId> people, OrderId order) {
        return jdbc.sql(SELECT + " AND o.id = :id")
                .param("people", values(people))
                .param("id", order.value())
                .query(OrderTable::row)
                .optional();
    }

    Optional<MedicationOrder> byEntry(PersonId person, EntryId entry) {
        return jdbc.sql(SELECT + " AND o.entry_id = :entry")
                .param("people", List.of(person.value()))
                .param("entry", entry.value())
                .query(OrderTable::row)
                .optional();
    }

    void insert(MedicationOrder order, int ruleVersion) {
        var drug = order.drug();
        jdbc.sql("""
                        INSERT INTO medication_order
                            (id, course_id, replaces_id, person_id, centre_id, unit_id, drug_key, drug_code, drug,
                             strength, form, route, unit, kind, regimen, indication, prophylaxis, starts_at, ends_at,
                             note, rule_version, signed_at, signed_by, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(order.id().value())
                .param(order.course().value())
                .param(value(order.replaces()))
                .param(order.person().value())
                .param(order.centre().value())
                .param(value(order.unit()))
                .param(drug.key())
                .param(drug.code())
                .param(drug.name())
                .param(drug.strength())
                .param(drug.form() == null ? null : drug.form().name())
                .param(drug.route().name())
                .param(drug.unit())
                .param(order.regimen().type().name())
                .param(RegimenText.write(order.regimen()))
                .param(order.indication())
                .param(order.prophylaxis())
                .param(Utc.column(order.startsAt()))
                .param(Utc.columnOrNull(order.endsAt()))
                .param(order.note())
                .param(ruleVersion)
                .param(Utc.column(order.signedAt()))
                .param(order.signedBy().value())
                .param(order.entry().value())
                .update();
    }

    void insertFindings(OrderId order, List<OrderFinding> findings, SignOrder.@Nullable Override override) {
        for (var finding : findings) {
            var answer = finding.verdict() == Verdict.BLOCK_OVERRIDABLE ? override : null;
            jdbc.sql("""
                            INSERT IGNORE INTO medication_finding
                                (order_id, rule_id, subject, verdict, override_reason, override_text)
                            VALUES (?,?,?,?,?,?)""")
                    .param(order.value())
                    .param(finding.rule())
                    .param(finding.subject() == null ? "" : finding.subject())
                    .param(finding.verdict().name())
                    .param(answer == null ? null : answer.reason())
                    .param(answer == null ? null : answer.text())
                    .update();
        }
    }

    void insertStop(OrderId order, Stop stop, Instant recordedAt, @Nullable EntryId entry) {
        jdbc.sql("""
                        INSERT INTO medication_stop
                            (order_id, cause, stopped_at, reason, recorded_at, recorded_by, entry_id)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(order.value())
                .param(stop.replaced() ? "REPLACED" : "STOPPED")
                .param(Utc.column(stop.at()))
                .param(stop.reason())
                .param(Utc.column(recordedAt))
                .param(stop.by().value())
                .param(value(entry))
                .update();
    }

    /** Those of the people in whose care one of the centres takes part. */
    Set<PersonId> followed(Collection<PersonId> people, Collection<CentreId> centres) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT person_id FROM access_care_relation"
                        + " WHERE person_id IN (:people) AND centre_id IN (:centres) AND ends_at IS NULL")
                .param("people", values(people))
                .param("centres", values(centres))
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list());
    }

    /** Those of the people that were absorbed by another record, each with the record that stands for it now. */
    Map<PersonId, PersonId> absorbed(Collection<PersonId> people) {
        var absorbed = new HashMap<PersonId, PersonId>();
        jdbc.sql("SELECT surviving_id, absorbed_id FROM access_merge WHERE surviving_id IN (:people) AND live")
                .param("people", values(people))
                .query(row -> {
                    absorbed.put(
                            new PersonId(Utc.uuid(row, "absorbed_id")), new PersonId(Utc.uuid(row, "surviving_id")));
                });
        return absorbed;
    }

    static MedicationOrder row(ResultSet row, int number) throws SQLException {
        var stopped = Utc.instantOrNull(row, "stopped_at");
        return new MedicationOrder(
                new OrderId(Utc.uuid(row, "id")),
                new OrderId(Utc.uuid(row, "course_id")),
                orderOrNull(row, "replaces_id"),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit(row),
                drug(row),
                RegimenText.read(row.getString("regimen")),
                row.getString("indication"),
                row.getBoolean("prophylaxis"),
                Utc.instant(row, "starts_at"),
                Utc.instantOrNull(row, "ends_at"),
                row.getString("note"),
                Utc.instant(row, "signed_at"),
                new StaffId(Utc.uuid(row, "signed_by")),
                new EntryId(Utc.uuid(row, "entry_id")),
                stopped == null
                        ? null
                        : new Stop(
                                stopped,
                                row.getString("cause").equals("REPLACED"),
                                row.getString("stop_reason"),
                                new StaffId(Utc.uuid(row, "stopped_by"))));
    }

    static OrderedDrug drug(ResultSet row) throws SQLException {
        var form = row.getString("form");
        return new OrderedDrug(
                row.getString("drug_code"),
                row.getString("drug"),
                row.getString("strength"),
                form == null ? null : DrugForm.valueOf(form),
                DrugRoute.valueOf(row.getString("route")),
                row.getString("unit"));
    }

    static @Nullable UnitId unit(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return unit == null ? null : new UnitId(unit);
    }

    private static @Nullable OrderId orderOrNull(ResultSet row, String column) throws SQLException {
        var value = Utc.uuidOrNull(row, column);
        return value == null ? null : new OrderId(value);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty() ? List.of(NOTHING) : ids.stream().map(Id::value).toList();
    }
}
