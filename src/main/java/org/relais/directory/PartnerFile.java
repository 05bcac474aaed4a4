package org.relais.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.relais.shared.InvalidInput;

/**
 * A file of partners, read whole: RFC 4180 in UTF-8, with or without a byte order mark, its cells parted by semicolons,
 * commas or tabs, its first row the heads.
 *
 * @param columns the columns in the file's order; each known and there once
 * @param rows those that hold anything, with their number as a spreadsheet counts them
 */
record PartnerFile(List<PartnerField> columns, List<Row> rows) {

    /** The property at which a whole file is refused. */
    static final String FILE = "file";

    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** @param number the row of a spreadsheet, the heads being row 1 */
    record Row(int number, List<String> cells) {}

    /**
     * Reads the file.
     *
     * @throws InvalidInput at {@code file} when it is too large, not UTF-8, holds NUL, has no heads or an unknown or
     *     doubled one, too many rows, or quotes that never end
     */
    static PartnerFile read(byte[] bytes, DirectoryRule rule) {
        if (bytes.length == 0) {
            throw refused("empty");
        }
        if (bytes.length > rule.mostFileBytes()) {
            throw new InvalidInput(FILE, "directory.import.error.large", rule.mostFileBytes() / 1_000_000);
        }
        var text = text(bytes);
        var separator = separator(text);
        try (var parser = CSVParser.parse(new StringReader(text), format(separator))) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw refused("empty");
            }
            var columns = columns(records.next());
            var rows = new ArrayList<Row>();
            while (records.hasNext()) {
                var record = records.next();
                var cells = record.toList();
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == rule.mostRows()) {
                    throw new InvalidInput(FILE, "directory.import.error.rows", rule.mostRows());
                }
                rows.add(new Row(Math.toIntExact(record.getRecordNumber()), cells));
            }
            return new PartnerFile(columns, rows);
        } catch (IOException | UncheckedIOException unreadable) {
            throw refused("quotes");
        }
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw refused("encoding");
        }
        if (text.indexOf('\0') >= 0) {
            throw refused("nul");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    // The separator with which the first row has the most heads that are known
    private static char separator(String text) {
        var best = SEPARATORS[0];
        var most = -1L;
        for (var separator : SEPARATORS) {
            try (var parser = CSVParser.parse(new StringReader(text), format(separator))) {
                var records = parser.iterator();
                var known = !records.hasNext()
                        ? 0
                        : records.next().stream()
                                .filter(head -> PartnerWords.column(head).isPresent())
                                .count();
                if (known > most) {
                    best = separator;
                    most = known;
                }
            } catch (IOException | UncheckedIOException _) {
                // not this one
            }
        }
        if (most < 1) {
            throw refused("header");
        }
        return best;
    }

    private static List<PartnerField> columns(CSVRecord heads) {
        var columns = new ArrayList<PartnerField>();
        var seen = EnumSet.noneOf(PartnerField.class);
        for (var head : heads) {
            var column = PartnerWords.column(head)
                    .orElseThrow(
                            () -> new InvalidInput(FILE, "directory.import.error.column", PartnerWords.shown(head)));
            if (!seen.add(column)) {
                throw new InvalidInput(FILE, "directory.import.error.column-twice", PartnerWords.shown(head));
            }
            columns.add(column);
        }
        if (!seen.contains(PartnerField.NAME)) {
            throw refused("header");
        }
        return List.copyOf(columns);
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static InvalidInput refused(String reason) {
        return new InvalidInput(FILE, "directory.import.error." + reason);
    }
}
