package org.relais.uikit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The colours of the tokens, measured: WCAG 2.2 AA in both schemes (1.4.3 for text, 1.4.11 for what one operates). */
class ContrastTests {

    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    @Test
    void every_pair_of_text_and_background_can_be_read() throws IOException {
        for (var scheme : schemes()) {
            assertThat(tooWeak(scheme)).isEmpty();
        }
    }

    @Test
    void a_weak_pair_is_found() throws IOException {
        var scheme = new TreeMap<>(schemes().getFirst());
        scheme.put("text-meta", "#9AA5B0");
        assertThat(tooWeak(scheme)).contains("text-meta on surface");
    }

    @Test
    void both_night_blocks_say_the_same() throws IOException {
        var schemes = schemes();
        assertThat(schemes).hasSize(3);
        assertThat(schemes.get(1)).isEqualTo(schemes.get(2)).isNotEqualTo(schemes.get(0));
    }

    private static List<String> tooWeak(Map<String, String> scheme) {
        var weak = new ArrayList<String>();
        for (var ground : List.of("surface", "canvas", "sunken", "raised", "selected", "hover")) {
            for (var ink : List.of("text", "text-secondary", "text-meta")) {
                compare(scheme, ink, ground, TEXT, weak);
            }
        }
        for (var meaning : List.of(
                "critical",
                "warning",
                "ok",
                "info",
                "medical",
                "psychological",
                "social",
                "family",
                "harm-reduction",
                "administrative")) {
            compare(scheme, meaning, meaning + "-background", TEXT, weak);
            compare(scheme, meaning, "surface", TEXT, weak);
            if (scheme.containsKey(meaning + "-line")) {
                compare(scheme, "text-secondary", meaning + "-background", TEXT, weak);
            }
        }
        compare(scheme, "on-accent", "accent", TEXT, weak);
        compare(scheme, "on-critical-solid", "critical-solid", TEXT, weak);
        compare(scheme, "link", "surface", TEXT, weak);
        compare(scheme, "control", "surface", CONTROL, weak);
        compare(scheme, "focus", "surface", CONTROL, weak);
        compare(scheme, "focus", "canvas", CONTROL, weak);
        return weak;
    }

    private static void compare(
            Map<String, String> scheme, String ink, String ground, double least, List<String> weak) {
        if (contrast(colour(scheme, ink), colour(scheme, ground)) < least) {
            weak.add(ink + " on " + ground);
        }
    }

    private static String colour(Map<String, String> scheme, String name) {
        return Objects.requireNonNull(scheme.get(name), name);
    }

    /** Light, night by choice, night by the system. */
    private static List<Map<String, String>> schemes() throws IOException {
        var sheet = Files.readString(Path.of("frontend/styles/tokens.css"));
        return Pattern.compile("color-scheme: (?:light|dark);\\s*--relais-(?:font|canvas).*?}", Pattern.DOTALL)
                .matcher(sheet)
                .results()
                .map(block -> colours(block.group()))
                .filter(colours -> colours.size() > 20)
                .toList();
    }

    private static Map<String, String> colours(String block) {
        var colours = new TreeMap<String, String>();
        Pattern.compile("--relais-([a-z-]+): (#[0-9A-Fa-f]{6});")
                .matcher(block)
                .results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
