package org.relais.oversight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.rules.Rules;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.OversightVerdictId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The tables of the monthly samples. Rows are only ever added. */
@Component
class SampleRows {

    private static final String HEAD = """
            SELECT s.*, g.signed_at, g.signed_by, g.hash,
                   (SELECT COUNT(*) FROM oversight_sample_row r WHERE r.month = s.month) AS row_count,
                   (SELECT COUNT(DISTINCT v.position) FROM oversight_sample_verdict v WHERE v.month = s.month) AS decided
            FROM oversight_sample s LEFT JOIN oversight_sample_signature g ON g.month = s.month
            """;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Clock clock;

    SampleRows(JdbcClient jdbc, Rules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    Optional<YearMonth> latest() {
        return jdbc.sql("SELECT MAX(month) FROM oversight_sample")
                .query(Integer.class)
                .optional()
                .map(SampleRows::month);
    }

    boolean drawn(YearMonth month) {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_sample WHERE month = ?")
                        .param(SampleDraw.number(month))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void insert(
            YearMonth month,
            SampleRule rule,
            SampleSeed seed,
            long population,
            int findings,
            LocalDate dueOn,
            List<DrawnAccess> rows) {
        jdbc.sql("INSERT INTO oversight_sample VALUES (?,?,?,?,?,?,?,?)")
                .param(SampleDraw.number(month))
                .param(rule.rule().code())
                .param(rule.rule().version())
                .param(seed.value())
                .param(population)
                .param(findings)
                .param(Utc.column(clock.instant()))
                .param(dueOn)
                .update();
        for (int position = 1; position <= rows.size(); position++) {
            insert(month, position, rows.get(position - 1));
        }
    }

    private void insert(YearMonth month, int position, DrawnAccess row) {
        var person = row.person();
        var centre = row.centre();
        jdbc.sql("INSERT INTO oversight_sample_row VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(SampleDraw.number(month))
                .param(position)
                .param(row.weight() > 0 ? "UNUSUAL" : "RANDOM")
                .param(String.join(",", row.rules()))
                .param(row.weight() > 0 ? row.weight() : null)
                .param(row.row())
                .param(row.actor().value())
                .param(row.actorRole())
                .param(person == null ? FindingRows.NO_ONE : person.value())
                .param(centre == null ? null : centre.value())
                .param(Utc.column(row.at()))
                .param(row.action())
                .param(row.section())
                .param(row.basis())
                .param(row.allowed())
                .update();
    }

    /** The newest month first. */
    List<SampleHead> heads() {
        return jdbc.sql(HEAD + " ORDER BY s.month DESC")
                .query((row, number) -> head(row))
                .list();
    }

    Optional<SampleHead> head(YearMonth month) {
        return jdbc.sql(HEAD + " WHERE s.month = ?")
                .param(SampleDraw.number(month))
                .query((row, number) -> head(row))
                .optional();
    }

    List<SampledAccess> accesses(YearMonth month) {
        return jdbc.sql("""
                        SELECT r.*, v.id AS verdict_id, v.verdict, v.note, v.decided_at, v.decided_by
                        FROM oversight_sample_row r
                        LEFT JOIN oversight_sample_verdict v ON v.month = r.month AND v.position = r.position
                            AND NOT EXISTS (SELECT 1 FROM oversight_sample_verdict n
                                            WHERE n.month = v.month AND n.position = v.position AND n.previous_id = v.id)
                        WHERE r.month = ? ORDER BY r.position""")
                .param(SampleDraw.number(month))
                .query((row, number) -> access(row))
                .list();
    }

    /** Holds the sample for this transaction, so that nothing is said of it while it is signed. */
    void lock(YearMonth month) {
        jdbc.sql("SELECT month FROM oversight_sample WHERE month = ? FOR UPDATE")
                .param(SampleDraw.number(month))
                .query(Integer.class)
                .optional();
    }

    boolean signed(YearMonth month) {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_sample_signature WHERE month = ?")
                        .param(SampleDraw.number(month))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * Adds what was said of an access.
     *
     * @return false when the same command was carried out before
     * @throws Conflict when somebody else said something meanwhile
     */
    boolean conclude(ConcludeSampled command, @Nullable String note, StaffId by) {
        var previous = command.previous();
        if (previous != null && !verdictOf(command, previous)) {
            throw new Conflict("oversight.conclusion.error.meanwhile");
        }
        try {
            jdbc.sql("""
                            INSERT INTO oversight_sample_verdict
                                (id, month, position, previous_id, verdict, note, decided_at, decided_by)
                            VALUES (?,?,?,?,?,?,?,?)""")
                    .param(command.id().value())
                    .param(SampleDraw.number(command.month()))
                    .param(command.position())
                    .param(previous == null ? FindingRows.NO_ONE : previous.value())
                    .param(command.conclusion().name())
                    .param(note)
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            if (verdictOf(command, command.id())) {
                return false;
            }
            throw new Conflict("oversight.conclusion.error.meanwhile");
        }
    }

    void sign(YearMonth month, StaffId by) {
        jdbc.sql("INSERT INTO oversight_sample_signature VALUES (?,?,?,?)")
                .param(SampleDraw.number(month))
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(hash(month))
                .update();
    }

    /** SHA-256 over everything that is signed, line by line. */
    byte[] hash(YearMonth month) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head = head(month).orElseThrow();
            add(
                    digest,
                    head.month(),
                    head.rule().rule().code(),
                    head.rule().rule().version(),
                    head.seed(),
                    head.population(),
                    head.findings());
            for (var access : accesses(month)) {
                var said = access.concluded();
                add(digest, access.position(), access.row(), access.rules(), access.weight());
                if (said != null) {
                    add(digest, said.id(), said.conclusion(), said.note(), said.at(), said.by());
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, @Nullable Object... fields) {
        for (var field : fields) {
            var text = String.valueOf(field);
            digest.update((text.length() + ":" + text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean verdictOf(ConcludeSampled command, OversightVerdictId verdict) {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_sample_verdict WHERE month = ? AND position = ? AND id = ?")
                        .param(SampleDraw.number(command.month()))
                        .param(command.position())
                        .param(verdict.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private SampleHead head(ResultSet row) throws SQLException {
        var signedBy = Utc.uuidOrNull(row, "signed_by");
        var hash = row.getBytes("hash");
        return new SampleHead(
                month(row.getInt("month")),
                rules.version(SampleRule.KIND, row.getString("rule_code"), row.getInt("rule_version"))
                        .orElseThrow(),
                row.getString("seed"),
                row.getLong("population"),
                row.getInt("findings"),
                Utc.instant(row, "drawn_at"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("row_count"),
                row.getInt("decided"),
                Utc.instantOrNull(row, "signed_at"),
                signedBy == null ? null : new StaffId(signedBy),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }

    private static SampledAccess access(ResultSet row) throws SQLException {
        var person = Utc.uuid(row, "person_id");
        var centre = Utc.uuidOrNull(row, "centre_id");
        var codes = row.getString("rules");
        return new SampledAccess(
                row.getInt("position"),
                Utc.uuid(row, "event_id"),
                codes.isEmpty() ? List.of() : Arrays.asList(codes.split(",")),
                row.getInt("weight"),
                new StaffId(Utc.uuid(row, "actor_id")),
                row.getString("actor_role"),
                person.equals(FindingRows.NO_ONE) ? null : new PersonId(person),
                centre == null ? null : new CentreId(centre),
                Utc.instant(row, "occurred_at"),
                row.getString("action"),
                row.getString("section"),
                row.getString("basis"),
                row.getBoolean("allowed"),
                FindingRows.concluded(row));
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / 100, number % 100);
    }
}
