package org.relais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts under one folder, by room and language, and what is wrong with them. */
record Bundles(Map<String, Map<String, Map<String, String>>> rooms, List<String> repeated) {

    private static final List<String> LANGUAGES = List.of("fr", "en", "sv");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}|%s");

    // The words of the design guide, section 7, with the forms each language gives them. Whole words only.
    private static final Map<String, Pattern> BANNED = Map.of(
            "fr",
            words("toxicomanes?|droguée?s?|alcooliques?|addicts?|junkies?"),
            "en",
            words("addicts?|junkies?|abusers?|alcoholics?|clean|dirty"),
            "sv",
            words("missbrukare(?:n|ns|s)?|narkoman(?:er|en)?|knarkare(?:n)?|alkoholist(?:er|en)?"));

    static Bundles under(Path folder) {
        var rooms = new TreeMap<String, Map<String, Map<String, String>>>();
        var repeated = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".properties"))
                    .toList()) {
                var language = file.getFileName().toString().replaceAll("texts_|\\.properties", "");
                var texts = new TreeMap<String, String>();
                read(file, (key, text) -> {
                    if (texts.put(key, text) != null) {
                        repeated.add(language + " " + key);
                    }
                });
                rooms.computeIfAbsent(file.getParent().getFileName().toString(), _ -> new TreeMap<>())
                        .put(language, texts);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Bundles(rooms, List.copyOf(repeated));
    }

    /** Rooms that lack a language, and keys that a language lacks. */
    List<String> missing() {
        var found = new ArrayList<String>();
        rooms.forEach((room, languages) -> {
            var all = new TreeSet<String>();
            languages.values().forEach(texts -> all.addAll(texts.keySet()));
            for (var language : LANGUAGES) {
                var texts = languages.getOrDefault(language, Map.of());
                all.stream()
                        .filter(key -> texts.getOrDefault(key, "").isBlank())
                        .forEach(key -> found.add(language + " " + room + " lacks " + key));
            }
        });
        return found;
    }

    /** Texts whose placeholders are not those of the French one. */
    List<String> placeholdersThatDiffer() {
        return each((language, room, key, text) -> {
            var french = rooms.get(room).getOrDefault("fr", Map.of()).get(key);
            return french != null && !placeholders(french).equals(placeholders(text));
        });
    }

    /** Texts with placeholders that the formatter cannot read, or in which an apostrophe would swallow one. */
    List<String> unreadable() {
        return each((language, room, key, text) -> {
            if (!text.contains("{0")) {
                return false;
            }
            try {
                var shown =
                        new MessageFormat(text, Locale.of(language)).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
                return shown.contains("{") || text.replace("''", "").contains("'");
            } catch (IllegalArgumentException unreadable) {
                return true;
            }
        });
    }

    /** Texts with a word that stigmatises. */
    List<String> banned() {
        return each((language, room, key, text) -> BANNED.containsKey(language)
                && BANNED.get(language).matcher(text).find());
    }

    private List<String> each(Check wrong) {
        var found = new ArrayList<String>();
        rooms.forEach((room, languages) -> languages.forEach((language, texts) -> texts.forEach((key, text) -> {
            if (wrong.applies(language, room, key, text)) {
                found.add(language + " " + key + "=" + text);
            }
        })));
        return found;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> result.group(1) == null ? "%s" : result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void read(Path file, BiConsumer<String, String> line) throws IOException {
        // Properties keeps the last of two lines with one key and says nothing
        var bundle = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                line.accept((String) key, (String) text);
                return super.put(key, text);
            }
        };
        try (var reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private interface Check {
        boolean applies(String language, String room, String key, String text);
    }
}
