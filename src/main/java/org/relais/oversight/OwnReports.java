package org.relais.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.MergedPeople;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.Conflict;
import org.relais.shared.NotFound;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;

/**
 * The report itself: who read one person's record, for that person. That it is opened or made into a file is committed
 * to the log first, on the ground that the person asked.
 */
@Service
public class OwnReports {

    private static final String TYPE = "own-access-report";

    private final ReportRequests requests;
    private final ReportRows rows;
    private final OwnAccesses accesses;
    private final MergedPeople merged;
    private final ReportPdf pdf;
    private final AccessService access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnReports(
            ReportRequests requests,
            ReportRows rows,
            OwnAccesses accesses,
            MergedPeople merged,
            ReportPdf pdf,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.accesses = accesses;
        this.merged = merged;
        this.pdf = pdf;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The report as it is now.
     *
     * @param scope over the access log
     * @throws NotFound when there is no such request
     */
    public OwnReport report(Scope scope, ReportRequestId id) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return compose(scope, id, AccessAction.LOG_REVIEW, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Writes the report as a tagged PDF and keeps its hash; the request is answered with it.
     *
     * @param scope over the access log
     * @param file id of the file, given by the caller: none is made twice
     * @param until up to which moment the log is read, so that the file says what the screen does
     * @throws Conflict when the request was answered
     */
    public void write(
            Scope scope, ReportRequestId id, ReportFileId file, Instant until, ReportWords words, OutputStream out)
            throws IOException {
        access.requireFull(scope, Section.AUDIT_LOG);
        var request = rows.find(id).orElseThrow(NotFound::new);
        if (request.answered() != null) {
            throw new Conflict("oversight.own.error.answered");
        }
        var report = compose(scope, id, AccessAction.EXPORT, until);
        var bytes = pdf.of(words.text(report));
        transaction.executeWithoutResult(_ -> {
            rows.insertFile(file, id, until, hash(bytes), scope.actor().id());
            access.recordChange(scope, request.person(), AccessAction.CREATE, "report-file", file);
        });
        out.write(bytes);
        out.flush();
    }

    private OwnReport compose(Scope scope, ReportRequestId id, AccessAction action, Instant until) {
        var asked = requests.find(scope, id);
        var people = merged.of(scope, asked.request().person());
        people.forEach(person -> access.recordForPerson(scope, action, person, TYPE, id));
        return accesses.read(asked, people, rows.leftOut(id), until);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
