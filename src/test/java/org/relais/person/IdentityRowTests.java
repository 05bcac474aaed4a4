package org.relais.person;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdentityRowTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Test
    void an_alias_alone_is_enough_and_nobody_is_asked_more() {
        var identity = checked(Identity.alias("Orion-83"));
        assertThat(identity.display()).isEqualTo("Orion-83");
        assertThat(identity.shownUnderAlias()).isTrue();
    }

    @Test
    void neither_name_nor_alias_is_refused_at_the_alias() {
        refused(new Identity(" ", null, "", false, null, null, null), "alias", "person.error.name-or-alias");
    }

    @Test
    void a_birth_in_the_future_or_long_ago_is_refused_where_it_was_typed() {
        refused(Identity.named("Rémi", "C", TODAY.plusDays(1)), "birthDate", "person.error.birth-future");
        refused(Identity.named("Rémi", "C", LocalDate.of(1899, 12, 31)), "birthDate", "person.error.birth-early");
        refused(Identity.alias("O").withBirthYear(2027), "birthYear", "person.error.birth-future");
        refused(Identity.alias("O").withBirthYear(1899), "birthYear", "person.error.birth-early");
        assertThat(checked(Identity.named("Rémi", "C", TODAY)).birthDate()).isEqualTo(TODAY);
    }

    @Test
    void an_over_long_name_and_a_control_character_are_refused_never_cut() {
        refused(Identity.named("R".repeat(81), "C", null), "givenName", "shared.error.too-long");
        refused(Identity.named("Rémi", "Cast\u0000el", null), "familyName", "shared.error.control-character");
        refused(Identity.named("---", "C", null), "givenName", "person.error.name-letter");
    }

    @Test
    void a_known_name_may_stay_behind_the_alias() {
        var identity = checked(new Identity("Orion-83", "Rémi", "Castellane", true, null, null, null));
        assertThat(identity.display()).isEqualTo("Orion-83");
        assertThat(identity.words()).contains("castellane", "orion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0612", "abc", "06 12 34 56 78 90 12 34 56", "06 12 34 <56>"})
    void a_bad_telephone_is_refused_at_its_field(String typed) {
        assertThatThrownBy(() -> ContactBook.checked(new AddContact(ContactKind.TELEPHONE, typed)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("telephone"));
    }

    @Test
    void telephones_are_kept_as_typed() {
        assertThat(ContactBook.checked(new AddContact(ContactKind.TELEPHONE, " +33 6 12 34 56 78 ")))
                .isEqualTo("+33 6 12 34 56 78");
    }

    private static IdentityRow checked(Identity typed) {
        return IdentityRow.checked(typed, TODAY, Instant.EPOCH, StaffId.create());
    }

    private static void refused(Identity typed, String field, String key) {
        assertThatThrownBy(() -> checked(typed)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.key()).isEqualTo(key);
        });
    }
}
