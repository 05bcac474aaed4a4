package org.relais.shell;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The groups of the main menu, from top to bottom, each beginning at an order. */
enum MenuGroup {
    TOP(Double.NEGATIVE_INFINITY),
    CARE(10),
    SUPPORT(40),
    TEAM(70),
    STEERING(90);

    private final double from;

    MenuGroup(double from) {
        this.from = from;
    }

    static MenuGroup of(@Nullable Double order) {
        var found = TOP;
        for (var group : values()) {
            if (order == null || order >= group.from) {
                found = group;
            }
        }
        return found;
    }

    String key() {
        return "shell.menu." + name().toLowerCase(Locale.ROOT);
    }
}
