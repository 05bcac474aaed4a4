package org.relais;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts of all rooms, in three languages. Each check is proven on a folder of deliberately wrong texts. */
class TranslationTests {

    private final Bundles bundles = Bundles.under(Path.of("src/main/resources/i18n"));
    private final Bundles wrong = Bundles.under(Path.of("src/test/resources/canary-texts"));

    @Test
    void every_room_has_the_same_keys_in_three_languages() {
        assertThat(bundles.rooms()).containsKeys("shared", "shell", "uikit");
        assertThat(bundles.missing()).isEmpty();
        assertThat(wrong.missing())
                .containsExactly("en canary lacks canary.only-french", "sv canary lacks canary.blank");
    }

    @Test
    void no_key_stands_twice_in_a_file() {
        assertThat(bundles.repeated()).isEmpty();
        assertThat(wrong.repeated()).containsExactly("fr canary.twice");
    }

    @Test
    void placeholders_are_the_same_in_every_language() {
        assertThat(bundles.placeholdersThatDiffer()).isEmpty();
        assertThat(wrong.placeholdersThatDiffer()).containsExactly("sv canary.count={1} personer");
    }

    @Test
    void texts_with_placeholders_can_be_formatted() {
        assertThat(bundles.unreadable()).isEmpty();
        assertThat(wrong.unreadable()).containsExactly("en canary.count=The person's {0}");
    }

    @Test
    void no_text_calls_a_person_by_their_trouble() {
        assertThat(bundles.banned()).isEmpty();
        assertThat(wrong.banned())
                .containsExactly(
                        "en canary.word=The urine is clean",
                        "fr canary.word=Un ALCOOLIQUE",
                        "sv canary.word=En missbrukare");
    }
}
