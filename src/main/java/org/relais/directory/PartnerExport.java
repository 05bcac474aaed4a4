package org.relais.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.audit.AccessAction;

/**
 * Writes the partners of a filter as a file that {@link PartnerImport} reads back to the same, page by page as they are
 * read. No cell of it is a formula.
 */
@Service
@PreAuthorize(PartnerDirectory.KEEPERS)
public class PartnerExport {

    private static final int PAGE = 500;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final PartnerDirectory directory;
    private final DirectoryLog log;

    PartnerExport(PartnerDirectory directory, DirectoryLog log) {
        this.directory = directory;
        this.log = log;
    }

    /**
     * Writes the file. That it is made is committed to the log before its first byte.
     *
     * @param locale the language of its heads and words
     */
    public void write(PartnerFilter filter, Locale locale, OutputStream out) throws IOException {
        log.before(AccessAction.EXPORT, "partners");
        put(out, BYTE_ORDER_MARK);
        put(out, line(PartnerWords.heads(locale)));
        @Nullable PartnerCursor after = null;
        var more = true;
        while (more) {
            var page = directory.search(filter, after, PAGE);
            for (var partner : page.rows()) {
                put(out, line(PartnerWords.cells(partner, locale)));
            }
            more = page.more();
            after = more ? page.rows().getLast().cursor() : null;
        }
        out.flush();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
