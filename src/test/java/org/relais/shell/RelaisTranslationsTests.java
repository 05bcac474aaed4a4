package org.relais.shell;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelaisTranslationsTests {

    private final RelaisTranslations texts = new RelaisTranslations();

    @Test
    void texts_of_all_rooms_are_found_in_three_languages() {
        assertThat(texts.getTranslation("discipline.social", Locale.FRENCH)).isEqualTo("Social");
        assertThat(texts.getTranslation("uikit.cancel", Locale.ENGLISH)).isEqualTo("Cancel");
        assertThat(texts.getTranslation("shell.sign-in", Locale.of("sv", "SE"))).isEqualTo("Logga in");
    }

    @Test
    void french_answers_for_any_other_language() {
        assertThat(texts.getTranslation("uikit.cancel", Locale.JAPANESE)).isEqualTo("Annuler");
        assertThat(texts.getDefaultLocale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void arguments_are_written_as_the_language_does() {
        assertThat(texts.getTranslation("shared.error.too-long", Locale.FRENCH, 20000, 20001))
                .isEqualTo("Texte trop long : 20\u202f001 caractères, 20\u202f000 au plus.");
        assertThat(texts.getTranslation("shared.error.too-long", Locale.ENGLISH, 20000, 20001))
                .isEqualTo("Text too long: 20,001 characters, 20,000 at most.");
    }

    @Test
    void a_missing_text_shows_its_key_in_brackets() {
        assertThat(texts.getTranslation("no.such.key", Locale.FRENCH)).isEqualTo("[no.such.key]");
        assertThat(texts.has("no.such.key", Locale.FRENCH)).isFalse();
    }
}
