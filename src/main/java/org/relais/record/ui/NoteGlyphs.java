package org.relais.record.ui;

import org.relais.uikit.Glyph;

/** The glyphs of the kinds of note. */
final class NoteGlyphs {

    private NoteGlyphs() {}

    static Glyph of(String type) {
        return switch (type) {
            case "record.transmission" -> Glyph.REPEAT_2;
            case "record.nursing-note" -> Glyph.HEART_PULSE;
            case "record.medical-visit" -> Glyph.STETHOSCOPE;
            case "record.dispensing-note" -> Glyph.PILL;
            case "record.social-interview" -> Glyph.HANDSHAKE;
            case "record.family-note" -> Glyph.USERS_ROUND;
            case "record.contact-note" -> Glyph.LIFE_BUOY;
            case "record.phone-call" -> Glyph.PHONE;
            default -> Glyph.NOTEBOOK_PEN;
        };
    }
}
