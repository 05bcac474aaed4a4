package org.relais.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Conflict;
import org.relais.shared.PersonId;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The tables of requests for a person's own report, and of what was given. Rows are only ever added. */
@Component
class ReportRows {

    private static final String SELECT = """
            SELECT r.*, a.answered_at, a.answered_by, f.hash FROM oversight_report_request r
            LEFT JOIN oversight_report_answer a ON a.request_id = r.id
            LEFT JOIN oversight_report_file f ON f.id = a.file_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds it. Gives back whether it was new. */
    boolean insert(ReportRequest request, int ruleVersion) {
        try {
            jdbc.sql("INSERT INTO oversight_report_request VALUES (?,?,?,?,?,?,?,?,?)")
                    .param(request.id().value())
                    .param(request.person().value())
                    .param(request.receivedOn())
                    .param(request.dueOn())
                    .param(request.language().code())
                    .param(request.handover().name())
                    .param(ruleVersion)
                    .param(Utc.column(request.enteredAt()))
                    .param(request.enteredBy().value())
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    /** The first that is due at the top. */
    List<ReportRequest> waiting() {
        return jdbc.sql(SELECT + " WHERE a.request_id IS NULL ORDER BY r.due_on, r.id")
                .query((row, number) -> read(row))
                .list();
    }

    /** The last that was answered at the top. */
    List<ReportRequest> answered(int most) {
        return jdbc.sql(SELECT + " WHERE a.request_id IS NOT NULL ORDER BY a.answered_at DESC, r.id LIMIT ?")
                .param(most)
                .query((row, number) -> read(row))
                .list();
    }

    Optional<ReportRequest> find(ReportRequestId id) {
        return jdbc.sql(SELECT + " WHERE r.id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Holds the request until the transaction ends: what is left out and the answer come one after the other. */
    void lock(ReportRequestId id) {
        jdbc.sql("SELECT id FROM oversight_report_request WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Whose accesses the report leaves out now. */
    Set<StaffId> leftOut(ReportRequestId id) {
        return new HashSet<>(jdbc.sql("""
                        SELECT r.staff_id FROM oversight_report_redaction r
                        WHERE r.request_id = ? AND r.left_out AND NOT EXISTS (
                            SELECT 1 FROM oversight_report_redaction n
                            WHERE n.request_id = r.request_id AND n.staff_id = r.staff_id
                              AND (n.decided_at > r.decided_at OR (n.decided_at = r.decided_at AND n.id > r.id)))""")
                .param(id.value())
                .query((row, number) -> new StaffId(Utc.uuid(row, "staff_id")))
                .list());
    }

    /** Adds it. Gives back whether it was new. */
    boolean leaveOut(LeaveOut command, String reason, StaffId by) {
        try {
            jdbc.sql("INSERT INTO oversight_report_redaction VALUES (?,?,?,?,?,?,?)")
                    .param(command.id())
                    .param(command.request().value())
                    .param(command.reader().value())
                    .param(command.leftOut())
                    .param(reason)
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    void insertFile(ReportFileId id, ReportRequestId request, Instant until, String hash, StaffId by) {
        try {
            jdbc.sql("INSERT INTO oversight_report_file VALUES (?,?,?,?,?,?)")
                    .param(id.value())
                    .param(request.value())
                    .param(Utc.column(until))
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .param(hash)
                    .update();
        } catch (DuplicateKeyException again) {
            throw new Conflict("oversight.own.error.file-again");
        }
    }

    /** Whether a file was made for the request, and nothing was left out or named again after it. */
    boolean current(ReportFileId file, ReportRequestId request) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM oversight_report_file f
                        WHERE f.id = ? AND f.request_id = ? AND NOT EXISTS (
                            SELECT 1 FROM oversight_report_redaction r
                            WHERE r.request_id = f.request_id AND r.decided_at > f.made_at)""")
                        .param(file.value())
                        .param(request.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whether the request was answered with this file. */
    boolean answeredWith(ReportFileId file, ReportRequestId request) {
        return jdbc.sql("SELECT COUNT(*) FROM oversight_report_answer WHERE request_id = ? AND file_id = ?")
                        .param(request.value())
                        .param(file.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void answer(ReportRequestId request, ReportFileId file, StaffId by) {
        try {
            jdbc.sql("INSERT INTO oversight_report_answer VALUES (?,?,?,?)")
                    .param(request.value())
                    .param(file.value())
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .update();
        } catch (DuplicateKeyException already) {
            throw new Conflict("oversight.own.error.answered");
        }
    }

    private static ReportRequest read(ResultSet row) throws SQLException {
        return new ReportRequest(
                new ReportRequestId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                ReportLanguage.of(Locale.of(row.getString("language"))),
                Handover.valueOf(row.getString("handover")),
                Utc.instant(row, "entered_at"),
                new StaffId(Utc.uuid(row, "entered_by")),
                answered(row));
    }

    private static ReportRequest.@Nullable Answered answered(ResultSet row) throws SQLException {
        var at = Utc.instantOrNull(row, "answered_at");
        return at == null
                ? null
                : new ReportRequest.Answered(at, new StaffId(Utc.uuid(row, "answered_by")), row.getString("hash"));
    }
}
