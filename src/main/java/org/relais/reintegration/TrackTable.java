package org.relais.reintegration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.rules.Rules;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TrackId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of projects: how each stands, and what was said of its milestones. */
@Component
class TrackTable {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final ServiceDays days;

    TrackTable(JdbcClient jdbc, Rules rules, ServiceDays days) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.days = days;
    }

    /** @throws Conflict when the person has an open project of the kind */
    void insert(
            PersonId person,
            OpenTrack track,
            TrackKind kind,
            LocalDate since,
            int ruleVersion,
            @Nullable UnitId unit,
            StaffId by,
            Instant at) {
        try {
            jdbc.sql("""
                            INSERT INTO reintegration_track
                                (id, person_id, centre_id, unit_id, kind, open_kind, rule_version, since_on, version,
                                 created_at, created_by)
                            VALUES (:id, :person, :centre, :unit, :kind, :kind, :rule, :since, 1, :at, :by)""")
                    .param("id", track.id().value())
                    .param("person", person.value())
                    .param("centre", track.centre().value())
                    .param("unit", unit == null ? null : unit.value())
                    .param("kind", kind.name())
                    .param("rule", ruleVersion)
                    .param("since", since)
                    .param("at", Utc.column(at))
                    .param("by", by.value())
                    .update();
        } catch (DuplicateKeyException already) {
            throw new Conflict("reintegration.error.track.open");
        }
    }

    /** Whether it stood open at the version and now has ended. */
    boolean end(TrackRow before, LocalDate on, @Nullable String reason) {
        return jdbc.sql("""
                        UPDATE reintegration_track
                        SET ended_on = ?, reason = ?, open_kind = NULL, version = version + 1
                        WHERE id = ? AND version = ? AND ended_on IS NULL""")
                        .param(on)
                        .param(reason)
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void reach(ReachMilestone milestone, @Nullable String note, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO reintegration_milestone
                            (id, track_id, code, reached_on, note, entry_id, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?)""")
                .param(milestone.id().value())
                .param(milestone.track().value())
                .param(milestone.code())
                .param(milestone.reachedOn())
                .param(note)
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    boolean said(ReachMilestone milestone) {
        return jdbc.sql("SELECT COUNT(*) FROM reintegration_milestone WHERE id = ?")
                        .param(milestone.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<TrackRow> find(Collection<PersonId> people, TrackId id) {
        return of(people).stream().filter(track -> track.id().equals(id)).findFirst();
    }

    /** Open ones first, by kind. Two statements. */
    List<TrackRow> of(Collection<PersonId> people) {
        var said = said(people);
        return jdbc.sql("""
                        SELECT * FROM reintegration_track WHERE person_id IN (:people)
                        ORDER BY ended_on IS NOT NULL, since_on, id LIMIT :limit""")
                .param("people", people.stream().map(Id::value).toList())
                .param("limit", MOST)
                .query((row, number) -> row(row, said))
                .list();
    }

    // The last that was said of each milestone counts.
    private Map<TrackId, Map<String, Said>> said(Collection<PersonId> people) {
        return jdbc
                .sql("""
                        SELECT m.* FROM reintegration_milestone m JOIN reintegration_track t ON t.id = m.track_id
                        WHERE t.person_id IN (:people) ORDER BY m.recorded_at, m.id""")
                .param("people", people.stream().map(Id::value).toList())
                .query((row, number) -> new Said(
                        new TrackId(Utc.uuid(row, "track_id")),
                        row.getString("code"),
                        row.getObject("reached_on", LocalDate.class),
                        row.getString("note"),
                        new StaffId(Utc.uuid(row, "recorded_by"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Said::track,
                        Collectors.toMap(Said::code, one -> one, (earlier, later) -> later, HashMap::new)));
    }

    private TrackRow row(ResultSet row, Map<TrackId, Map<String, Said>> said) throws SQLException {
        var id = new TrackId(Utc.uuid(row, "id"));
        var kind = TrackKind.valueOf(row.getString("kind"));
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var since = row.getObject("since_on", LocalDate.class);
        var endedOn = row.getObject("ended_on", LocalDate.class);
        var rule = rules.version(TrackRule.KIND, kind.name(), row.getInt("rule_version"))
                .orElseThrow(() -> new IllegalStateException("No such version of the rule " + kind));
        var reached = said.getOrDefault(id, Map.of());
        var milestones = rule.milestones().stream()
                .map(milestone -> milestone(milestone, reached.get(milestone.code())))
                .toList();
        var aim = reached.get(rule.aim());
        var aimedOn = aim == null ? null : aim.reachedOn();
        return new TrackRow(
                id,
                centre,
                unit == null ? null : new UnitId(unit),
                kind,
                since,
                milestones,
                aimedOn,
                ServiceDays.between(since, aimedOn != null ? aimedOn : endedOn != null ? endedOn : days.today(centre)),
                endedOn,
                row.getString("reason"),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")));
    }

    private static MilestoneRow milestone(TrackRule.Milestone milestone, @Nullable Said said) {
        return said == null
                ? new MilestoneRow(milestone.code(), milestone.text(), null, null, null)
                : new MilestoneRow(milestone.code(), milestone.text(), said.reachedOn(), said.note(), said.by());
    }

    private record Said(
            TrackId track,
            String code,
            @Nullable LocalDate reachedOn,
            @Nullable String note,
            StaffId by) {}
}
