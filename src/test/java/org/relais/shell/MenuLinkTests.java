package org.relais.shell;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MenuLinkTests {

    @Test
    void a_great_number_keeps_to_its_place_in_the_narrow_menu() {
        assertThat(MenuLink.shown(1)).isEqualTo("1");
        assertThat(MenuLink.shown(99)).isEqualTo("99");
        assertThat(MenuLink.shown(100)).isEqualTo("99+");
        assertThat(MenuLink.shown(1_010)).isEqualTo("99+");
    }
}
