package org.relais.uikit;

import org.relais.shared.Discipline;

/** A discipline in one line: its icon and its word in the user's language, in its colour. */
public class DisciplineLabel extends GlyphLabel {

    public DisciplineLabel(Discipline discipline) {
        super(DisciplineStyle.glyph(discipline), "relais-discipline", DisciplineStyle.className(discipline));
        say(getTranslation(discipline.key()));
    }
}
