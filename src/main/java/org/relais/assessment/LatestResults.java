package org.relais.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The latest results of several people at once, for a ward board and for lists. */
@Service
public class LatestResults {

    private final JdbcClient jdbc;
    private final AccessService access;

    LatestResults(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * The latest results that count of each person in each of these instruments, observed at the centres of the scope,
     * newest first. Corrected forms and those entered in error are left out. Three SQL, however many people.
     *
     * @param scope over the medical section, whose reader sees all of it; the people are those of a page already shown
     * @param most how many of each person and instrument
     */
    @Transactional(readOnly = true)
    public List<LatestResult> of(Scope scope, Collection<PersonId> people, Set<String> instruments, int most) {
        access.requireFull(scope, Section.MEDICAL);
        var asked = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        if (asked.isEmpty() || instruments.isEmpty() || scope.centres().isEmpty()) {
            return List.of();
        }
        var locked = new Locked(access.lockedBy(scope, Section.MEDICAL, asked), access.lockedUnits(scope, asked));
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT h.head, f.*, ROW_NUMBER() OVER (
                                PARTITION BY h.head, f.instrument ORDER BY f.occurred_at DESC, f.id DESC) AS place
                            FROM (SELECT a.person_id AS head, a.person_id AS known FROM access_person a
                                  WHERE a.person_id IN (:people)
                                  UNION ALL
                                  SELECT m.surviving_id, m.absorbed_id FROM access_merge m
                                  WHERE m.surviving_id IN (:people) AND m.live) h
                            JOIN assessment_form f ON f.person_id = h.known AND f.instrument IN (:instruments)
                            WHERE f.centre_id IN (:centres)
                              AND NOT EXISTS (SELECT 1 FROM assessment_form later WHERE later.supersedes_id = f.id)
                              AND NOT EXISTS (SELECT 1 FROM assessment_taken_back back WHERE back.form_id = f.id)) ranked
                        WHERE place <= :most ORDER BY occurred_at DESC, id DESC""")
                .param("people", asked.stream().map(Id::value).toList())
                .param("instruments", instruments)
                .param("centres", scope.centres().stream().map(Id::value).toList())
                .param("most", most)
                .query((row, number) -> read(row, locked, scope))
                .list();
    }

    /**
     * When forms of some instruments were made, and in which band they were, of some records since a moment; those with
     * open items, corrected ones and those entered in error are left out. One SQL.
     *
     * @param task of the figures of the house
     * @param records as they stand, each for itself: of what was merged nothing is added
     */
    @Transactional(readOnly = true)
    public List<MadeForm> made(Scope task, Collection<PersonId> records, Set<String> instruments, Instant since) {
        access.requireTask(task, Purpose.COORDINATION);
        if (records.isEmpty() || instruments.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT f.person_id, f.centre_id, f.instrument, f.occurred_at, f.band FROM assessment_form f
                        WHERE f.person_id IN (:records) AND f.instrument IN (:instruments) AND f.occurred_at >= :since
                          AND f.status <> 'INCOMPLETE'
                          AND NOT EXISTS (SELECT 1 FROM assessment_form later WHERE later.supersedes_id = f.id)
                          AND NOT EXISTS (SELECT 1 FROM assessment_taken_back back WHERE back.form_id = f.id)""")
                .param("records", records.stream().map(Id::value).toList())
                .param("instruments", instruments)
                .param("since", Utc.column(since))
                .query((row, number) -> new MadeForm(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getString("instrument"),
                        Utc.instant(row, "occurred_at"),
                        row.getString("band")))
                .list();
    }

    private static LatestResult read(ResultSet row, Locked locked, Scope scope) throws SQLException {
        var person = new PersonId(Utc.uuid(row, "head"));
        var scorer = new StaffId(Utc.uuid(row, "scorer_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var shown = scorer.equals(scope.actor().id()) || !locked.closes(person, unit == null ? null : new UnitId(unit));
        return new LatestResult(
                person,
                new AssessmentId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getString("instrument"),
                row.getInt("rule_version"),
                Utc.instant(row, "occurred_at"),
                Utc.instant(row, "recorded_at"),
                scorer,
                AssessmentStatus.valueOf(row.getString("status")),
                shown ? findings(row) : null);
    }

    private static LatestResult.Findings findings(ResultSet row) throws SQLException {
        var severity = row.getString("severity");
        var alerts = row.getString("alerts");
        return new LatestResult.Findings(
                row.getObject("total", Integer.class),
                row.getString("band"),
                severity == null ? null : Severity.valueOf(severity),
                alerts == null ? List.of() : Arrays.asList(alerts.split(",", -1)),
                row.getString("reason"));
    }

    /** What these people locked to the reader. */
    private record Locked(Set<PersonId> sections, Map<PersonId, Set<UnitId>> units) {

        boolean closes(PersonId person, @Nullable UnitId unit) {
            return sections.contains(person)
                    || (unit != null && units.getOrDefault(person, Set.of()).contains(unit));
        }
    }
}
