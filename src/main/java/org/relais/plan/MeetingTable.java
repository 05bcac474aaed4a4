package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.EntryLevel;
import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.DecisionId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Team meetings, and what they say of each person. */
@Component
class MeetingTable {

    private static final String PART =
            "SELECT p.*, m.centre_id, m.held_on FROM plan_meeting_part p JOIN plan_meeting m ON m.id = p.meeting_id";

    private final JdbcClient jdbc;

    MeetingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was not there. */
    boolean open(OpenMeeting meeting, LocalDate heldOn, StaffId by, Instant at) {
        return jdbc.sql("""
                        INSERT IGNORE INTO plan_meeting
                            (id, centre_id, unit_id, held_on, version, created_at, created_by)
                        VALUES (?,?,?,?,1,?,?)""")
                        .param(meeting.id().value())
                        .param(meeting.centre().value())
                        .param(value(meeting.unit()))
                        .param(heldOn)
                        .param(Utc.column(at))
                        .param(by.value())
                        .update()
                == 1;
    }

    Optional<MeetingRow> find(MeetingId id) {
        return jdbc.sql("SELECT * FROM plan_meeting WHERE id = ?")
                .param(id.value())
                .query((row, number) -> row(row, present(id)))
                .optional();
    }

    /** As {@link #find}; nobody changes it before the transaction ends. */
    Optional<MeetingRow> lock(MeetingId id) {
        return jdbc.sql("SELECT * FROM plan_meeting WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, number) -> row(row, present(id)))
                .optional();
    }

    /** Those of the units in which the actor works, the latest first. */
    List<MeetingRow> list(Scope scope, @Nullable CentreId centre, @Nullable UnitId unit, int limit) {
        return jdbc.sql("""
                        SELECT * FROM plan_meeting
                        WHERE centre_id IN (:centres) AND (centre_id IN (:whole) OR unit_id IN (:units))
                          AND (:everywhere OR centre_id = :centre) AND (:every OR unit_id = :unit)
                        ORDER BY held_on DESC, id DESC LIMIT :limit""")
                .param("centres", GoalTable.values(scope.centres()))
                .param("whole", GoalTable.values(scope.actor().wholeCentres()))
                .param("units", GoalTable.values(scope.units()))
                .param("everywhere", centre == null)
                .param("centre", centre == null ? new UUID(0, 0) : centre.value())
                .param("every", unit == null)
                .param("unit", unit == null ? new UUID(0, 0) : unit.value())
                .param("limit", limit)
                .query((row, number) -> row(row, Set.of()))
                .list();
    }

    /** Whether it stood at the version, unsigned, and counts up. */
    boolean touch(MeetingId meeting, int version) {
        return jdbc.sql(
                                "UPDATE plan_meeting SET version = version + 1 WHERE id = ? AND version = ? AND signed_at IS NULL")
                        .param(meeting.value())
                        .param(version)
                        .update()
                == 1;
    }

    void attend(MeetingId meeting, Set<StaffId> present) {
        jdbc.sql("DELETE FROM plan_meeting_present WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
        present.forEach(staff -> jdbc.sql("INSERT INTO plan_meeting_present (meeting_id, staff_id) VALUES (?,?)")
                .param(meeting.value())
                .param(staff.value())
                .update());
    }

    void place(MeetingId meeting, MeetingPartId part, int place) {
        jdbc.sql("UPDATE plan_meeting_part SET place = ? WHERE id = ? AND meeting_id = ?")
                .param(place)
                .param(part.value())
                .param(meeting.value())
                .update();
    }

    /** Whether the minutes were unsigned. */
    boolean sign(MeetingId meeting, StaffId by, Instant at) {
        return jdbc.sql("UPDATE plan_meeting SET signed_at = ?, signed_by = ?, version = version + 1"
                                + " WHERE id = ? AND signed_at IS NULL")
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(meeting.value())
                        .update()
                == 1;
    }

    /** How many parts say something and are not signed. */
    int unsigned(MeetingId meeting) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM plan_meeting_part p
                        WHERE p.meeting_id = ? AND p.signed_at IS NULL
                          AND (p.said IS NOT NULL
                               OR EXISTS (SELECT 1 FROM plan_meeting_decision d WHERE d.part_id = p.id))""").param(meeting.value()).query(Integer.class).single();
    }

    /** Whether the person was not on the agenda. */
    boolean add(
            MeetingPartId part,
            MeetingId meeting,
            PersonId person,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            @Nullable UnitId unit,
            StaffId by,
            Instant at) {
        return jdbc.sql("""
                        INSERT IGNORE INTO plan_meeting_part
                            (id, meeting_id, person_id, place, due_on, reason, version, saved_at, saved_by, unit_id)
                        SELECT :id, :meeting, :person, COALESCE(MAX(place), 0) + 1, :due, :reason, 1, :at, :by, :unit
                        FROM plan_meeting_part WHERE meeting_id = :meeting""")
                        .param("id", part.value())
                        .param("meeting", meeting.value())
                        .param("person", person.value())
                        .param("due", dueOn)
                        .param("reason", reason)
                        .param("unit", value(unit))
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void remove(MeetingPartId part) {
        jdbc.sql("DELETE FROM plan_meeting_part WHERE id = ? AND signed_at IS NULL")
                .param(part.value())
                .update();
    }

    /** Whether the part stood at the version, unsigned, and now says this. */
    boolean save(MeetingPart before, @Nullable String said, List<MeetingDecision> decisions, StaffId by, Instant at) {
        var saved = jdbc.sql("""
                        UPDATE plan_meeting_part SET said = ?, version = version + 1, saved_at = ?, saved_by = ?
                        WHERE id = ? AND version = ? AND signed_at IS NULL""")
                        .param(said)
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
        if (saved) {
            jdbc.sql("DELETE FROM plan_meeting_decision WHERE part_id = ?")
                    .param(before.id().value())
                    .update();
            var place = 0;
            for (var decision : decisions) {
                jdbc.sql("INSERT INTO plan_meeting_decision (id, part_id, place, title, owner_id, due_on)"
                                + " VALUES (?,?,?,?,?,?)")
                        .param(decision.id().value())
                        .param(before.id().value())
                        .param(place++)
                        .param(decision.title())
                        .param(value(decision.owner()))
                        .param(decision.dueOn())
                        .update();
            }
        }
        return saved;
    }

    /** Whether the part stood at the version, unsigned, and now is signed. */
    boolean sign(MeetingPart before, @Nullable UnitId unit, EntryId entry, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE plan_meeting_part
                        SET signed_at = ?, signed_by = ?, entry_id = ?, unit_id = ?, version = version + 1
                        WHERE id = ? AND version = ? AND signed_at IS NULL""")
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(entry.value())
                        .param(value(unit))
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    Optional<MeetingPart> part(Collection<PersonId> people, MeetingPartId id) {
        return whole(jdbc.sql(PART + " WHERE p.person_id IN (:people) AND p.id = :id")
                        .param("people", GoalTable.values(people))
                        .param("id", id.value())
                        .query((row, number) -> part(row))
                        .list())
                .stream()
                .findFirst();
    }

    Optional<MeetingPart> part(MeetingId meeting, Collection<PersonId> people) {
        return whole(jdbc.sql(PART + " WHERE p.person_id IN (:people) AND p.meeting_id = :meeting")
                        .param("people", GoalTable.values(people))
                        .param("meeting", meeting.value())
                        .query((row, number) -> part(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The signed parts of a person, the latest first. */
    List<MeetingPart> signed(Collection<PersonId> people, int limit) {
        return whole(jdbc.sql(PART + " WHERE p.person_id IN (:people) AND p.signed_at IS NOT NULL"
                        + " ORDER BY m.held_on DESC, p.id DESC LIMIT :limit")
                .param("people", GoalTable.values(people))
                .param("limit", limit)
                .query((row, number) -> part(row))
                .list());
    }

    /** The agenda, without whom the scope hides. */
    List<Line> lines(Scope scope, MeetingId meeting) {
        return jdbc.sql("""
                        SELECT p.id, p.person_id, p.due_on, p.reason, p.unit_id, p.saved_by, p.signed_at,
                               (p.said IS NOT NULL
                                OR EXISTS (SELECT 1 FROM plan_meeting_decision d WHERE d.part_id = p.id)) AS begun
                        FROM plan_meeting_part p
                        WHERE p.meeting_id = :meeting AND p.person_id NOT IN (:hidden) ORDER BY p.place, p.id""")
                .param("meeting", meeting.value())
                .param("hidden", GoalTable.values(scope.hidden()))
                .query((row, number) -> {
                    var unit = Utc.uuidOrNull(row, "unit_id");
                    return new Line(
                            new MeetingPartId(Utc.uuid(row, "id")),
                            new PersonId(Utc.uuid(row, "person_id")),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("reason"),
                            unit == null ? null : new UnitId(unit),
                            new StaffId(Utc.uuid(row, "saved_by")),
                            row.getBoolean("begun"),
                            Utc.instantOrNull(row, "signed_at") != null);
                })
                .list();
    }

    Optional<MeetingPartId> partOf(Collection<PersonId> people, DecisionId decision) {
        return jdbc.sql("""
                        SELECT d.part_id FROM plan_meeting_decision d JOIN plan_meeting_part p ON p.id = d.part_id
                        WHERE d.id = :decision AND p.person_id IN (:people) AND p.signed_at IS NOT NULL""")
                .param("decision", decision.value())
                .param("people", GoalTable.values(people))
                .query((row, number) -> new MeetingPartId(Utc.uuid(row, "part_id")))
                .optional();
    }

    /** Whether it was open. */
    boolean done(DecisionId decision, StaffId by, Instant at) {
        return jdbc.sql("INSERT IGNORE INTO plan_meeting_decision_done (decision_id, done_at, done_by) VALUES (?,?,?)")
                        .param(decision.value())
                        .param(Utc.column(at))
                        .param(by.value())
                        .update()
                == 1;
    }

    /** The open decisions that come back to the actor, by meeting, the earliest due first. */
    List<Mine> mine(Scope scope, int limit) {
        return jdbc.sql("""
                        SELECT m.id, m.centre_id, m.unit_id, m.held_on, COUNT(*) AS decisions, MIN(d.due_on) AS due_on
                        FROM plan_meeting_decision d
                        JOIN plan_meeting_part p ON p.id = d.part_id AND p.signed_at IS NOT NULL
                        JOIN plan_meeting m ON m.id = p.meeting_id
                        WHERE d.owner_id = :me AND p.person_id NOT IN (:hidden) AND m.centre_id IN (:centres)
                          AND (m.centre_id IN (:whole) OR m.unit_id IN (:units))
                          AND NOT EXISTS (SELECT 1 FROM plan_meeting_decision_done o WHERE o.decision_id = d.id)
                        GROUP BY m.id, m.centre_id, m.unit_id, m.held_on ORDER BY due_on, m.id LIMIT :limit""")
                .param("me", scope.actor().id().value())
                .param("hidden", GoalTable.values(scope.hidden()))
                .param("centres", GoalTable.values(scope.centres()))
                .param("whole", GoalTable.values(scope.actor().wholeCentres()))
                .param("units", GoalTable.values(scope.units()))
                .param("limit", limit)
                .query((row, number) -> new Mine(
                        new MeetingId(Utc.uuid(row, "id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getInt("decisions"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private Set<StaffId> present(MeetingId meeting) {
        return new HashSet<>(jdbc.sql("SELECT staff_id FROM plan_meeting_present WHERE meeting_id = ?")
                .param(meeting.value())
                .query((row, number) -> new StaffId(Utc.uuid(row, "staff_id")))
                .list());
    }

    private List<MeetingPart> whole(List<MeetingPart> parts) {
        if (parts.isEmpty()) {
            return parts;
        }
        Map<UUID, List<MeetingDecision>> decisions = new HashMap<>();
        jdbc.sql("""
                        SELECT d.*, o.done_at FROM plan_meeting_decision d
                        LEFT JOIN plan_meeting_decision_done o ON o.decision_id = d.id
                        WHERE d.part_id IN (:parts) ORDER BY d.part_id, d.place""")
                .param(
                        "parts",
                        GoalTable.values(parts.stream().map(MeetingPart::id).toList()))
                .query(row -> {
                    var owner = Utc.uuidOrNull(row, "owner_id");
                    decisions
                            .computeIfAbsent(Utc.uuid(row, "part_id"), _ -> new ArrayList<>())
                            .add(new MeetingDecision(
                                    new DecisionId(Utc.uuid(row, "id")),
                                    row.getString("title"),
                                    owner == null ? null : new StaffId(owner),
                                    row.getObject("due_on", LocalDate.class),
                                    Utc.instantOrNull(row, "done_at")));
                });
        return parts.stream()
                .map(part -> part.with(decisions.getOrDefault(part.id().value(), List.of())))
                .toList();
    }

    private static MeetingPart part(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var entry = Utc.uuidOrNull(row, "entry_id");
        var signer = Utc.uuidOrNull(row, "signed_by");
        return new MeetingPart(
                new MeetingPartId(Utc.uuid(row, "id")),
                new MeetingId(Utc.uuid(row, "meeting_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getObject("held_on", LocalDate.class),
                EntryLevel.FULL,
                row.getObject("due_on", LocalDate.class),
                row.getString("reason"),
                row.getString("said"),
                List.of(),
                row.getInt("version"),
                Utc.instant(row, "saved_at"),
                new StaffId(Utc.uuid(row, "saved_by")),
                entry == null ? null : new EntryId(entry),
                Utc.instantOrNull(row, "signed_at"),
                signer == null ? null : new StaffId(signer));
    }

    private static MeetingRow row(ResultSet row, Set<StaffId> present) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var signer = Utc.uuidOrNull(row, "signed_by");
        return new MeetingRow(
                new MeetingId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getObject("held_on", LocalDate.class),
                present,
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instantOrNull(row, "signed_at"),
                signer == null ? null : new StaffId(signer));
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** A line of an agenda as it is stored. */
    record Line(
            MeetingPartId part,
            PersonId person,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            @Nullable UnitId unit,
            StaffId savedBy,
            boolean begun,
            boolean signed) {}

    /** How many open decisions of a meeting come back to somebody. */
    record Mine(MeetingId meeting, CentreId centre, int decisions, LocalDate dueOn) {}
}
