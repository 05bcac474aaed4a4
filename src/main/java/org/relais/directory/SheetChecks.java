package org.relais.directory;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.rules.RuleInForce;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks what is put into the library: a PDF says so in its first bytes, whatever its name says. */
@Component
class SheetChecks {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String CONTENT = "content";

    private final RuleInForce<DirectoryRule> rule;

    SheetChecks(RuleInForce<DirectoryRule> rule) {
        this.rule = rule;
    }

    String title(@Nullable String typed) {
        return FreeText.requireLine("title", typed, FreeText.LINE);
    }

    String language(@Nullable String typed) {
        if (typed == null || !LANGUAGES.contains(typed)) {
            throw new InvalidInput("language", "shared.error.required");
        }
        return typed;
    }

    SheetContent content(@Nullable SheetContent typed) {
        return switch (typed) {
            case null -> throw new InvalidInput(CONTENT, "shared.error.required");
            case SheetContent.Text(var words) -> new SheetContent.Text(FreeText.require(CONTENT, words, FreeText.NOTE));
            case SheetContent.Pdf(var name, var bytes) -> new SheetContent.Pdf(fileName(name), pdf(bytes));
        };
    }

    private byte[] pdf(byte[] bytes) {
        var most = rule.now().mostSheetBytes();
        if (bytes.length > most) {
            throw new InvalidInput(CONTENT, "directory.sheet.error.large", most / 1_000_000);
        }
        var begins = bytes.length >= PDF.length;
        for (int i = 0; begins && i < PDF.length; i++) {
            begins = bytes[i] == PDF[i];
        }
        if (!begins) {
            throw new InvalidInput(CONTENT, "directory.sheet.error.pdf");
        }
        return bytes;
    }

    // A name that no system takes for a path or a command
    private static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
        var stem = plain.toLowerCase(Locale.ROOT).endsWith(".pdf") ? plain.substring(0, plain.length() - 4) : plain;
        var kept = stem.replaceAll("^[. ]+", "");
        return (kept.isEmpty() ? "document" : kept.substring(0, Math.min(kept.length(), 120))) + ".pdf";
    }
}
