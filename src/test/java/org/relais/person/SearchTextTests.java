package org.relais.person;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchTextTests {
    @ParameterizedTest
    @ValueSource(strings = {"14.03.1984", "14/3/1984", "14-03-1984", "1984-03-14", "14031984", "19840314"})
    void a_birth_date_is_read_as_people_write_it(String typed) {
        assertThat(SearchText.parse("castelane " + typed).birthDate()).isEqualTo(LocalDate.of(1984, 3, 14));
        assertThat(SearchText.parse("castelane " + typed).words()).containsExactly("castelane");
        assertThat(SearchText.parse(typed).fileNumber()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"RL-20418", "rl 20418", "20418", "RL20418"})
    void a_file_number_is_read_with_or_without_its_letters(String typed) {
        assertThat(SearchText.parse(typed).fileNumber()).isEqualTo(new FileNumber(20418));
    }

    @Test
    void words_and_years_are_told_apart() {
        var text = SearchText.parse("  Castélane  84 ");
        assertThat(text.words()).containsExactly("castelane");
        assertThat(text.numbers()).containsExactly("84");
        assertThat(SearchText.parse("Orion-83").words()).containsExactly("orion");
    }

    @Test
    void a_day_that_does_not_exist_finds_nobody_by_date() {
        assertThat(SearchText.parse("31.02.1984").birthDate()).isNull();
    }

    @Test
    void nothing_typed_asks_nothing() {
        assertThat(SearchText.parse(null).isEmpty()).isTrue();
        assertThat(SearchText.parse(" ' - ").isEmpty()).isTrue();
    }

    @Test
    void a_text_that_is_too_long_or_holds_a_control_character_is_refused() {
        assertThatThrownBy(() -> SearchText.parse("a".repeat(101))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SearchText.parse("cas\u0007tel")).isInstanceOf(InvalidInput.class);
    }
}
