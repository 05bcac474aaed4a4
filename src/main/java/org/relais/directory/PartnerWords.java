package org.relais.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;

/**
 * How the cells of a file say what is said of a partner: in the words of one language when it is written, in those of
 * any of the three, or in codes, when it is read.
 */
final class PartnerWords {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("sv"));
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final String BREAKS = "\t\r\n";
    private static final char TEXT = '\'';
    private static final String PARTED = " | ";
    private static final int SHOWN = 40;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private static final Map<String, PartnerField> HEADS = new HashMap<>();
    private static final Map<String, Need> NEEDS = new HashMap<>();
    private static final Map<String, Boolean> ANSWERS = new HashMap<>();

    static {
        for (var field : PartnerField.values()) {
            HEADS.put(folded(field.name()), field);
            LANGUAGES.forEach(language -> HEADS.put(folded(word(language, field.key())), field));
        }
        for (var need : Need.values()) {
            NEEDS.put(folded(need.name()), need);
            LANGUAGES.forEach(language -> NEEDS.put(folded(word(language, need.key())), need));
        }
        for (var language : LANGUAGES) {
            ANSWERS.put(folded(word(language, answer(true))), true);
            ANSWERS.put(folded(word(language, answer(false))), false);
        }
        Map.of("true", true, "1", true, "x", true, "false", false, "0", false).forEach(ANSWERS::put);
    }

    private PartnerWords() {}

    /** The column of a head, in whatever language. */
    static Optional<PartnerField> column(String head) {
        return Optional.ofNullable(HEADS.get(folded(plain(head))));
    }

    /** The heads of all columns in a language. */
    static List<String> heads(Locale locale) {
        return Arrays.stream(PartnerField.values())
                .map(field -> word(locale, field.key()))
                .toList();
    }

    /** The cells of a partner, each safe for a spreadsheet. */
    static List<String> cells(Partner partner, Locale locale) {
        return Arrays.stream(PartnerField.values())
                .map(field -> field == PartnerField.ID
                        ? partner.id().toString()
                        : cell(partner.details().value(field), locale))
                .map(PartnerWords::neutral)
                .toList();
    }

    /**
     * Reads the cells of a row.
     *
     * @param cells those that the file has; a column it does not have keeps what is known
     * @param known how the partner stands; null for a new one
     */
    static PartnerDetails read(Map<PartnerField, String> cells, @Nullable PartnerDetails known) {
        var row = new Row(cells, known);
        return new PartnerDetails(
                row.text(PartnerField.NAME),
                row.needs(),
                row.text(PartnerField.OFFER),
                row.text(PartnerField.ELIGIBILITY),
                row.languages(),
                row.text(PartnerField.COST),
                row.text(PartnerField.OPENING_HOURS),
                row.text(PartnerField.CAPACITY),
                row.text(PartnerField.TELEPHONE),
                row.text(PartnerField.EMAIL),
                row.text(PartnerField.WEBSITE),
                row.text(PartnerField.ADDRESS),
                row.text(PartnerField.PLACE),
                row.date(),
                row.answer(PartnerField.SAFE_PLACE),
                row.answer(PartnerField.PEER_LED),
                row.answer(PartnerField.WITHDRAWN));
    }

    /** The id in a row; null when it names none. */
    static @Nullable PartnerId id(Map<PartnerField, String> cells) {
        var text = plain(cells.getOrDefault(PartnerField.ID, "")).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new PartnerId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new InvalidInput("id", "directory.error.id", shown(text));
        }
    }

    /**
     * What a spreadsheet would run as a formula gets an apostrophe in front, which says that it is text; so does what
     * already looks like that, so that reading it back gives the same.
     */
    static String neutral(String text) {
        return looksLikeFormula(text) ? TEXT + text : text;
    }

    /** The text again that {@link #neutral} was given. */
    static String plain(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == TEXT && looksLikeFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        var stripped = text.stripLeading();
        return BREAKS.indexOf(text.charAt(0)) >= 0
                || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0)
                || (text.charAt(0) == TEXT && looksLikeFormula(text.substring(1)));
    }

    private static String cell(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> "";
            case Boolean answer -> word(locale, answer(answer));
            case Set<?> many ->
                many.stream()
                        .map(one -> one instanceof Need need ? word(locale, need.key()) : one.toString())
                        .collect(Collectors.joining(PARTED));
            default -> value.toString();
        };
    }

    private static String answer(boolean yes) {
        return yes ? "directory.csv.yes" : "directory.csv.no";
    }

    private static String word(Locale locale, String key) {
        var language = LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.FRENCH);
        return ResourceBundle.getBundle(
                        "i18n.directory.texts",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    private static String folded(String text) {
        return SearchWords.folded(text);
    }

    /** As much of a cell as a refusal repeats. */
    static String shown(String text) {
        var line = text.strip().replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** The cells of one row over what is known. */
    private record Row(
            Map<PartnerField, String> cells, @Nullable PartnerDetails known) {

        private @Nullable String cell(PartnerField field) {
            var cell = cells.get(field);
            return cell == null ? null : plain(cell);
        }

        @Nullable
        String text(PartnerField field) {
            var cell = cell(field);
            if (cell != null) {
                return cell.isBlank() ? null : cell;
            }
            return known == null ? null : (String) known.value(field);
        }

        Set<Need> needs() {
            var cell = cell(PartnerField.NEEDS);
            if (cell == null) {
                return known == null ? Set.of() : known.needs();
            }
            var needs = EnumSet.noneOf(Need.class);
            for (var word : parts(cell)) {
                var need = NEEDS.get(folded(word));
                if (need == null) {
                    throw new InvalidInput("needs", "directory.error.need", shown(word));
                }
                needs.add(need);
            }
            return needs;
        }

        Set<String> languages() {
            var cell = cell(PartnerField.LANGUAGES);
            if (cell == null) {
                return known == null ? Set.of() : known.languages();
            }
            return new TreeSet<>(parts(cell).stream()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList());
        }

        @Nullable
        LocalDate date() {
            var cell = cell(PartnerField.VERIFIED_ON);
            if (cell == null) {
                return known == null ? null : known.verifiedOn();
            }
            var text = cell.strip();
            if (text.isEmpty()) {
                return null;
            }
            for (var format : DATES) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeParseException _) {
                    // the next one
                }
            }
            throw new InvalidInput("verifiedOn", "directory.error.date", shown(text));
        }

        boolean answer(PartnerField field) {
            var cell = cell(field);
            if (cell == null) {
                return known != null && Boolean.TRUE.equals(known.value(field));
            }
            if (cell.isBlank()) {
                return false;
            }
            var answer = ANSWERS.get(folded(cell));
            if (answer == null) {
                throw new InvalidInput(field.property(), "directory.error.answer", shown(cell));
            }
            return answer;
        }

        private static List<String> parts(String cell) {
            return Arrays.stream(cell.split("[|,;/\\n]"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** The fields of a row in the order of the columns. */
    static Map<PartnerField, String> row(List<PartnerField> columns, List<String> cells) {
        var row = new LinkedHashMap<PartnerField, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }
}
