package org.relais.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.LogCursor;
import org.relais.audit.LogFilter;
import org.relais.audit.LogReading;
import org.relais.audit.LoggedAccess;
import org.relais.audit.Signatures;
import org.relais.person.RecordNumbers;
import org.relais.shared.CsvLine;

/**
 * Writes what a filter asks of the log as a signed file for a spreadsheet, row by row as it is read. The file begins
 * with who made it, when and of what, and ends with the hash of all that stands before and a signature of it: a file
 * without its last line is not whole.
 */
@Service
public class LogExport {

    /** The most rows of a file. */
    public static final int MOST = 100_000;

    private static final int STRIDE = 1_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final LogReading log;
    private final RecordNumbers numbers;
    private final Signatures signatures;
    private final AccessService access;
    private final Clock clock;

    LogExport(LogReading log, RecordNumbers numbers, Signatures signatures, AccessService access, Clock clock) {
        this.log = log;
        this.numbers = numbers;
        this.signatures = signatures;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes the file. That it is made is committed to the log before its first byte, the people named in it before
     * their numbers are read.
     *
     * @param scope over the access log
     * @param question the filter in words, as it stands in the file
     */
    public void write(Scope scope, LogFilter filter, String question, ExportWords words, OutputStream out)
            throws IOException {
        access.requireFull(scope, Section.AUDIT_LOG);
        access.recordExport(scope, filter.person(), "access-log", filter.staff(), filter.toString());
        var file = new Lines(out);
        var made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        file.write(List.of(words.text("oversight.export.title")));
        file.write(List.of(words.text("oversight.export.made"), made.toString()));
        file.write(List.of(
                words.text("oversight.export.by"),
                scope.actor().name(),
                words.text(scope.actor().role().key()),
                scope.actor().id().toString()));
        file.write(List.of(words.text("oversight.export.question"), question));
        file.write(words.columns());
        var written = writeRows(scope, filter, words, file);
        file.write(List.of(words.text("oversight.export.rows"), String.valueOf(written.rows())));
        if (written.next() != null) {
            file.write(List.of(
                    words.text("oversight.export.cut", MOST),
                    written.next().occurredAt().toString()));
        }
        var hash = file.hash();
        file.write(List.of(words.text("oversight.export.hash"), hash));
        var signed = signatures.sign(hash);
        file.write(List.of(words.text("oversight.export.signature"), signed.text(), signed.keyId()));
        out.flush();
    }

    private Written writeRows(Scope scope, LogFilter filter, ExportWords words, Lines file) throws IOException {
        var rows = 0;
        @Nullable LogCursor at = null;
        do {
            var page = log.page(filter, at, Math.min(STRIDE, MOST - rows));
            var people = page.rows().stream()
                    .map(LoggedAccess::person)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            var named = numbers.of(scope, people);
            for (var row : page.rows()) {
                var person = row.person();
                file.write(words.cells(new LogRow(row, person == null ? null : named.get(person))));
            }
            rows += page.rows().size();
            at = page.next();
        } while (at != null && rows < MOST);
        return new Written(rows, at);
    }

    private record Written(int rows, @Nullable LogCursor next) {}

    /** The lines written so far, and their hash. */
    private static final class Lines {

        private final OutputStream out;
        private final MessageDigest digest;

        Lines(OutputStream out) throws IOException {
            this.out = out;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
            put(BYTE_ORDER_MARK);
        }

        void write(List<String> cells) throws IOException {
            put(CsvLine.of(cells));
        }

        String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private void put(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            out.write(bytes);
        }
    }
}
