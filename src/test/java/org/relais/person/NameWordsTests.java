package org.relais.person;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.relais.person.NameKey.Kind;
import org.relais.shared.IdentityId;
import org.relais.shared.StaffId;

import static org.assertj.core.api.Assertions.assertThat;

class NameWordsTests {
    @Test
    void accents_case_hyphens_and_apostrophes_do_not_matter() {
        assertThat(NameWords.of("Jean-Éloi d’Œuvray")).containsExactly("jean", "eloi", "d", "oeuvray");
        assertThat(NameWords.of("Öberg Strauß Ærø Łukasz Đorđe"))
                .containsExactly("oberg", "strauss", "aero", "lukasz", "dorde");
    }

    @Test
    void digits_part_from_letters() {
        assertThat(NameWords.of("Orion-83")).containsExactly("orion", "83");
        assertThat(NameWords.of("Abbott509")).containsExactly("abbott", "509");
    }

    @Test
    void one_typing_error_is_near_and_two_are_not() {
        assertThat(Closeness.within("castelane", "castellane")).isTrue();
        assertThat(Closeness.within("castellane", "castelane")).isTrue();
        assertThat(Closeness.within("castalane", "castelane")).isTrue();
        assertThat(Closeness.within("catselane", "castelane")).isTrue();
        assertThat(Closeness.within("castelan", "castellane")).isFalse();
        assertThat(Closeness.within("martin", "matrni")).isFalse();
        assertThat(Closeness.within("marie", "marie")).isTrue();
    }

    @Test
    void a_person_has_a_key_for_each_way_of_being_looked_for() {
        var keys = NameKeys.of(List.of(new IdentityRow(
                IdentityId.create(),
                null,
                "Rémi",
                "Castellane",
                false,
                null,
                1984,
                null,
                Instant.EPOCH,
                StaffId.create())));
        assertThat(keys)
                .contains(
                        new NameKey(Kind.WORD, "remi", 1984),
                        new NameKey(Kind.LESS_ONE_LETTER, "castelane", 1984),
                        new NameKey(Kind.TWO_WORDS, "rem castellane", 1984),
                        new NameKey(Kind.TWO_WORDS, "cas remi", 1984),
                        new NameKey(Kind.YEAR_AND_WORD, "84 castellane", 1984),
                        new NameKey(Kind.BIRTH, "1984", 1984));
    }
}
