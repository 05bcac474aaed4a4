package org.relais.uikit;

import org.relais.shared.Severity;

/** A severity as colour, icon and word together; each severity has an icon of its own shape. */
public class SeverityBadge extends GlyphLabel {

    /** @param text the word of the band or state, already translated */
    public SeverityBadge(Severity severity, String text) {
        this(severity, SeverityStyle.glyph(severity), text);
    }

    /** The badge with a glyph that says more than the severity, such as a late clock. */
    public SeverityBadge(Severity severity, Glyph glyph, String text) {
        super(glyph, "relais-badge", SeverityStyle.className(severity));
        say(text);
    }
}
