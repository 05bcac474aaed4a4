package org.relais.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Id;
import org.relais.shared.Slice;
import org.relais.shared.Utc;

/**
 * Reads a person's history, newest first. Every method takes a grant for the medical section. The lists need one that
 * shows all of it and throw {@link AccessDenied} for a summary, and for a section the person locked: no fact has an
 * author here. What another centre took in is left out while the person has not agreed to sharing, and what a unit took
 * in that the person locked. A page has 1 to 100 rows.
 */
@Service
@Transactional(readOnly = true)
public class History {

    private static final String UNLOCKED = "(unit_id IS NULL OR unit_id NOT IN (:lockedUnits))";

    private static final String REACHED =
            "person_id IN (:people) AND (:shared OR centre_id IN (:centres)) AND " + UNLOCKED;

    private final JdbcClient jdbc;
    private final AccessService access;

    History(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** How much there is, in one statement; for a summary only whether there is anything. */
    public HistoryOverview overview(Grant read) {
        access.require(read, Section.MEDICAL, Right.READ);
        var readable = read.level(Section.MEDICAL) == Level.READ;
        return select(
                        read,
                        "SELECT (SELECT COUNT(*) FROM history_problem WHERE active AND " + REACHED + ") AS active,"
                                + count("history_problem", "past", "NOT active AND ")
                                + count("history_medication", "medication", "")
                                + count("history_encounter", "encounters", "")
                                + count("history_observation", "observations", "")
                                + elsewhere())
                .query((row, number) -> {
                    var active = row.getInt("active");
                    var past = row.getInt("past");
                    var medication = row.getInt("medication");
                    var encounters = row.getInt("encounters");
                    var observations = row.getInt("observations");
                    var elsewhere = row.getBoolean("elsewhere");
                    var any = elsewhere || active + past + medication + encounters + observations > 0;
                    return readable
                            ? new HistoryOverview(
                                    true, any, elsewhere, active, past, medication, encounters, observations)
                            : new HistoryOverview(false, any, elsewhere, 0, 0, 0, 0, 0);
                })
                .single();
    }

    /** @param active whether the active ones or the past ones are wanted */
    public Slice<ProblemRow> problems(Grant read, boolean active, @Nullable HistoryCursor before, int size) {
        var condition = active ? " AND active" : " AND NOT active";
        return page(read, HistoryKind.PROBLEM, condition, before, size, HistoryRows::problem);
    }

    public Slice<MedicationRow> medication(Grant read, @Nullable HistoryCursor before, int size) {
        return page(read, HistoryKind.MEDICATION, "", before, size, HistoryRows::medication);
    }

    public Slice<EncounterRow> encounters(Grant read, @Nullable HistoryCursor before, int size) {
        return page(read, HistoryKind.ENCOUNTER, "", before, size, HistoryRows::encounter);
    }

    public Slice<ObservationRow> observations(Grant read, @Nullable HistoryCursor before, int size) {
        return page(read, HistoryKind.OBSERVATION, "", before, size, HistoryRows::observation);
    }

    private <T> Slice<T> page(
            Grant read,
            HistoryKind kind,
            String condition,
            @Nullable HistoryCursor before,
            int size,
            RowMapper<T> mapper) {
        access.require(read, Section.MEDICAL, Right.READ);
        if (read.level(Section.MEDICAL) != Level.READ) {
            throw access.refuse(read, read.person(), kind.resource(), null);
        }
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 rows: " + size);
        }
        var sql = "SELECT * FROM " + kind.table() + " WHERE " + REACHED + condition
                + (before == null ? "" : " AND (listed_at < :at OR (listed_at = :at AND id < :id))")
                + " ORDER BY listed_at DESC, id DESC LIMIT :limit";
        var query = select(read, sql).param("limit", size + 1);
        if (before != null) {
            query = query.param("at", Utc.column(before.listedAt()))
                    .param("id", before.id().value());
        }
        List<T> rows = query.query(mapper).list();
        return Slice.of(rows, size);
    }

    private JdbcClient.StatementSpec select(Grant read, String sql) {
        return jdbc.sql(sql)
                .param("people", values(read.people()))
                .param("shared", read.shares(Section.MEDICAL))
                .param("centres", values(read.centres()))
                .param("lockedUnits", values(read.lockedUnits()));
    }

    private static String count(String table, String name, String condition) {
        return " (SELECT COUNT(*) FROM " + table + " WHERE " + condition + REACHED + ") AS " + name + ",";
    }

    private static String elsewhere() {
        var tables = List.of(HistoryKind.values()).stream()
                .map(kind -> "EXISTS (SELECT 1 FROM " + kind.table()
                        + " WHERE person_id IN (:people) AND ((NOT :shared AND centre_id NOT IN (:centres)) OR NOT "
                        + UNLOCKED + "))")
                .toList();
        return " (" + String.join(" OR ", tables) + ") AS elsewhere";
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static Set<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? Set.of(new UUID(0, 0))
                : ids.stream().map(Id::value).collect(Collectors.toSet());
    }
}
