package org.relais.person.ui;

import java.util.Locale;

import org.relais.shared.Severity;

/** The words of how much an alert asks for. */
final class AlertText {
    private AlertText() {}

    static String key(Severity severity) {
        return "person.alert.severity." + severity.name().toLowerCase(Locale.ROOT);
    }
}
