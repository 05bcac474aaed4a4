package org.relais.uikit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GlyphTests {

    @Test
    void every_glyph_has_its_symbol_in_the_sprite() throws IOException {
        var symbols = Pattern.compile("symbol id=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("frontend/icons/lucide.svg")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(Arrays.stream(Glyph.values()).map(Glyph::symbol)).containsExactlyElementsOf(symbols);
    }

    @Test
    void a_menu_entry_names_its_glyph() {
        assertThat(Glyph.named("bed-double")).isEqualTo(Glyph.BED_DOUBLE);
        assertThatThrownBy(() -> Glyph.named("no-such-glyph")).isInstanceOf(IllegalArgumentException.class);
    }
}
