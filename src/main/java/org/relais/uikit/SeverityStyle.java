package org.relais.uikit;

import java.util.Locale;

import org.relais.shared.Severity;

/** The class name and the glyph that stand for a severity. */
final class SeverityStyle {

    private SeverityStyle() {}

    static String className(Severity severity) {
        return "relais-" + severity.name().toLowerCase(Locale.ROOT);
    }

    static Glyph glyph(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Glyph.OCTAGON_ALERT;
            case WARNING -> Glyph.TRIANGLE_ALERT;
            case INFO -> Glyph.CIRCLE_DOT;
            case OK -> Glyph.CIRCLE_CHECK;
            case NEUTRAL -> Glyph.CLOCK;
        };
    }
}
