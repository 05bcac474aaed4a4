package org.relais.shell;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MenuGroupTests {

    @Test
    void the_order_of_an_entry_decides_its_group() {
        assertThat(MenuGroup.of(0.0)).isEqualTo(MenuGroup.TOP);
        assertThat(MenuGroup.of(9.9)).isEqualTo(MenuGroup.TOP);
        assertThat(MenuGroup.of(10.0)).isEqualTo(MenuGroup.CARE);
        assertThat(MenuGroup.of(40.0)).isEqualTo(MenuGroup.SUPPORT);
        assertThat(MenuGroup.of(70.0)).isEqualTo(MenuGroup.TEAM);
        assertThat(MenuGroup.of(90.0)).isEqualTo(MenuGroup.STEERING);
        assertThat(MenuGroup.of(null)).isEqualTo(MenuGroup.STEERING);
    }
}
