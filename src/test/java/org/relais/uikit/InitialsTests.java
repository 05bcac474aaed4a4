package org.relais.uikit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InitialsTests {

    @Test
    void first_and_last_name_give_one_letter_each() {
        assertThat(Initials.of("Camille Aubry")).isEqualTo("CA");
        assertThat(Initials.of("Élodie de la Tour")).isEqualTo("ÉT");
        assertThat(Initials.of("Orion-83")).isEqualTo("O");
        assertThat(Initials.of(" 83 ")).isEqualTo("–");
    }
}
