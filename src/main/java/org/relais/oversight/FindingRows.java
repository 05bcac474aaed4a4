package org.relais.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FindingId;
import org.relais.shared.Id;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The tables of unusual accesses and of what was said of them. Rows are only ever added. */
@Component
class FindingRows {

    /** Stands where a finding is about no one person: a unique key does not hold empty columns together. */
    static final UUID NO_ONE = new UUID(0, 0);

    private static final String SELECT = """
            SELECT f.*, v.id AS verdict_id, v.verdict, v.note, v.decided_at, v.decided_by
            FROM oversight_finding f LEFT JOIN oversight_verdict v ON v.finding_id = f.id
                AND NOT EXISTS (SELECT 1 FROM oversight_verdict n
                                WHERE n.finding_id = v.finding_id AND n.previous_id = v.id)
            """;

    private final JdbcClient jdbc;
    private final UnusualAccessRules rules;
    private final Clock clock;

    FindingRows(JdbcClient jdbc, UnusualAccessRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** Adds what is new. Gives back how many were. */
    int insert(List<NewFinding> found) {
        var now = Utc.column(clock.instant());
        var added = 0;
        for (var finding : found) {
            var access = finding.access();
            var person = finding.person();
            var centre = finding.centre();
            added += jdbc.sql("""
                            INSERT IGNORE INTO oversight_finding
                                (id, rule_code, rule_version, actor_id, actor_role, person_id, centre_id, service_day,
                                 event_id, occurred_at, action, section, basis, allowed, records, found_at)
                            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                    .param(FindingId.create().value())
                    .param(finding.rule().rule().code())
                    .param(finding.rule().rule().version())
                    .param(finding.actor().value())
                    .param(access.actorRole())
                    .param(person == null ? NO_ONE : person.value())
                    .param(centre == null ? null : centre.value())
                    .param(finding.serviceDay())
                    .param(access.id())
                    .param(Utc.column(access.occurredAt()))
                    .param(access.action().name())
                    .param(access.section())
                    .param(access.basis())
                    .param(access.allowed())
                    .param(finding.records())
                    .param(now)
                    .update();
        }
        return added;
    }

    /** Newest first. */
    List<Finding> list(FindingFilter filter, @Nullable FindingCursor after, int most) {
        var card = filter.card();
        return jdbc.sql(SELECT + " WHERE " + state(filter.state()) + """
                         AND (:all OR f.rule_code IN (:codes))
                         AND (:first OR f.occurred_at < :at OR (f.occurred_at = :at AND f.id < :id))
                        ORDER BY f.occurred_at DESC, f.id DESC LIMIT :most""")
                .param("all", card == null)
                .param("codes", card == null ? Set.of("") : rules.codes(card))
                .param("first", after == null)
                .param("at", after == null ? null : Utc.column(after.at()))
                .param("id", after == null ? null : after.id().value())
                .param("most", most)
                .query((row, number) -> finding(row))
                .list();
    }

    Optional<Finding> find(FindingId id) {
        return jdbc.sql(SELECT + " WHERE f.id = :id")
                .param("id", id.value())
                .query((row, number) -> finding(row))
                .optional();
    }

    /** What was found for these members of staff on these days, both included. */
    List<Finding> of(Collection<StaffId> staff, LocalDate from, LocalDate until) {
        if (staff.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " WHERE f.actor_id IN (:staff) AND f.service_day BETWEEN :from AND :until"
                        + " ORDER BY f.occurred_at, f.id")
                .param("staff", staff.stream().map(Id::value).collect(Collectors.toSet()))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> finding(row))
                .list();
    }

    /** What was found in accesses between two moments, the second one not included, the first at the top. */
    List<Finding> between(Instant from, Instant until) {
        return jdbc.sql(SELECT
                        + " WHERE f.occurred_at >= :from AND f.occurred_at < :until ORDER BY f.occurred_at, f.id")
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query((row, number) -> finding(row))
                .list();
    }

    Map<UnusualCard, CardCount> cards(Instant from, Instant until) {
        var counts = new EnumMap<UnusualCard, CardCount>(UnusualCard.class);
        for (var card : UnusualCard.values()) {
            counts.put(card, new CardCount(card, 0, 0, 0));
        }
        jdbc.sql("""
                        SELECT f.rule_code, f.rule_version, 1 AS found, 0 AS waiting, f.records FROM oversight_finding f
                        WHERE f.occurred_at >= :from AND f.occurred_at < :until
                        UNION ALL
                        SELECT f.rule_code, f.rule_version, 0, 1, NULL FROM oversight_finding f
                        WHERE NOT EXISTS (SELECT 1 FROM oversight_verdict v WHERE v.finding_id = f.id)""")
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .query(row -> {
                    var card = rules.version(row.getString("rule_code"), row.getInt("rule_version"))
                            .card();
                    var found = row.getInt("found");
                    var waiting = row.getInt("waiting");
                    var records = row.getInt("records");
                    counts.merge(
                            card,
                            new CardCount(card, found, waiting, records),
                            (one, more) -> new CardCount(
                                    card,
                                    one.found() + more.found(),
                                    one.waiting() + more.waiting(),
                                    Math.max(one.records(), more.records())));
                });
        return counts;
    }

    int waiting() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM oversight_finding f
                        WHERE NOT EXISTS (SELECT 1 FROM oversight_verdict v WHERE v.finding_id = f.id)""").query(Integer.class).single();
    }

    /**
     * Adds what was said of a finding.
     *
     * @return false when the same command was carried out before
     * @throws Conflict when somebody else said something meanwhile
     */
    boolean conclude(ConcludeFinding command, String note, StaffId by) {
        var previous = command.previous();
        if (previous != null && !verdictOf(command.finding(), previous)) {
            throw new Conflict("oversight.conclusion.error.meanwhile");
        }
        try {
            jdbc.sql("""
                            INSERT INTO oversight_verdict
                                (id, finding_id, previous_id, verdict, note, decided_at, decided_by)
                            VALUES (?,?,?,?,?,?,?)""")
                    .param(command.id().value())
                    .param(command.finding().value())
                    .param(previous == null ? command.finding().value() : previous.value())
                    .param(command.conclusion().name())
                    .param(note)
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            if (verdictOf(command.finding(), command.id())) {
                return false;
            }
            throw new Conflict("oversight.conclusion.error.meanwhile");
        }
    }

    private boolean verdictOf(FindingId finding, OversightVerdictId verdict) {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_verdict WHERE finding_id = ? AND id = ?")
                        .param(finding.value())
                        .param(verdict.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static String state(FindingFilter.State state) {
        return switch (state) {
            case WAITING -> "v.id IS NULL";
            case TO_FOLLOW_UP -> "v.verdict = 'TO_FOLLOW_UP'";
            case JUSTIFIED -> "v.verdict = 'JUSTIFIED'";
            case ALL -> "TRUE";
        };
    }

    private Finding finding(ResultSet row) throws SQLException {
        var rule = rules.version(row.getString("rule_code"), row.getInt("rule_version"));
        var person = Utc.uuid(row, "person_id");
        var centre = Utc.uuidOrNull(row, "centre_id");
        return new Finding(
                new FindingId(Utc.uuid(row, "id")),
                rule.rule(),
                rule.mark(),
                rule.card(),
                new StaffId(Utc.uuid(row, "actor_id")),
                row.getString("actor_role"),
                person.equals(NO_ONE) ? null : new PersonId(person),
                centre == null ? null : new CentreId(centre),
                row.getObject("service_day", LocalDate.class),
                Utc.uuid(row, "event_id"),
                Utc.instant(row, "occurred_at"),
                row.getString("action"),
                row.getString("section"),
                row.getString("basis"),
                row.getBoolean("allowed"),
                row.getObject("records", Integer.class),
                concluded(row));
    }

    static @Nullable Concluded concluded(ResultSet row) throws SQLException {
        var id = Utc.uuidOrNull(row, "verdict_id");
        return id == null
                ? null
                : new Concluded(
                        new OversightVerdictId(id),
                        Conclusion.valueOf(row.getString("verdict")),
                        row.getString("note"),
                        Utc.instant(row, "decided_at"),
                        new StaffId(Utc.uuid(row, "decided_by")));
    }
}
