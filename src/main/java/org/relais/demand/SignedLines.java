package org.relais.demand;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.audit.Signatures;
import org.relais.centre.Centre;
import org.relais.rules.RuleHeader;
import org.relais.shared.CsvLine;
import org.relais.staff.StaffMember;

/**
 * A file for a spreadsheet that says at its beginning what it is, and ends with the hash of all that stands before and a
 * signature of it: a file without its last line is not whole.
 */
final class SignedLines {

    private final Signatures signatures;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String hash = "";

    SignedLines(Signatures signatures) {
        this.signatures = signatures;
        put("\ufeff");
    }

    void head(
            DemandWords words,
            DemandFile.Kind kind,
            DemandQuestion question,
            @Nullable Centre centre,
            StaffMember by,
            RuleHeader rule,
            Instant made) {
        write(List.of(words.say("demand.export.title"), words.say(kind.key())));
        write(List.of(words.say("demand.export.year"), String.valueOf(question.year())));
        write(List.of(
                words.say("demand.export.centre"),
                centre == null ? words.say("demand.export.network") : centre.name(),
                centre == null ? "" : centre.code()));
        write(List.of(
                words.say("demand.export.made"),
                made.truncatedTo(ChronoUnit.SECONDS).toString()));
        write(List.of(words.say("demand.export.by"), by.name(), by.id().toString()));
        write(List.of(
                words.say("demand.export.rule"),
                rule.code() + " " + rule.version(),
                rule.source(),
                rule.approved() ? "" : words.say("demand.export.not-approved")));
    }

    void tables(List<CountTable> tables) {
        for (var table : tables) {
            var first = new ArrayList<String>();
            first.add("T" + table.number());
            first.add(table.treatment());
            first.add(table.sex());
            first.add(table.rows().name());
            table.columns().forEach(column -> first.add(name(column.group(), column.code())));
            write(first);
            for (var line : table.lines()) {
                var cells = new ArrayList<String>();
                cells.add("T" + table.number());
                cells.add(table.treatment());
                cells.add(table.sex());
                cells.add(name(line.group(), line.code()));
                line.cells().forEach(cell -> cells.add(cell.shown()));
                write(cells);
            }
        }
    }

    private static String name(@Nullable String group, String code) {
        return group == null ? code : group + "/" + code;
    }

    void write(List<String> cells) {
        put(CsvLine.of(cells));
    }

    void sign(DemandWords words) {
        hash = HexFormat.of().formatHex(digest().digest(out.toByteArray()));
        write(List.of(words.say("demand.export.hash"), hash));
        var signed = signatures.sign(hash);
        write(List.of(words.say("demand.export.signature"), signed.text(), signed.keyId()));
    }

    /** The hash that was signed. */
    String hash() {
        return hash;
    }

    byte[] content() {
        return out.toByteArray();
    }

    private void put(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
