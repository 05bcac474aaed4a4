package org.relais.uikit;

import java.util.Locale;

import org.relais.shared.Discipline;

/** The class name and the glyph that stand for a discipline. */
public final class DisciplineStyle {

    private DisciplineStyle() {}

    /** The class that gives a component the colours of a discipline. */
    public static String className(Discipline discipline) {
        return "relais-" + discipline.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Glyph glyph(Discipline discipline) {
        return switch (discipline) {
            case MEDICAL -> Glyph.STETHOSCOPE;
            case PSYCHOLOGICAL -> Glyph.BRAIN;
            case SOCIAL -> Glyph.HANDSHAKE;
            case FAMILY -> Glyph.USERS_ROUND;
            case HARM_REDUCTION -> Glyph.LIFE_BUOY;
            case ADMINISTRATIVE -> Glyph.CLIPBOARD_LIST;
        };
    }
}
