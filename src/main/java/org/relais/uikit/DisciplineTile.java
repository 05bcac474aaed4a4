package org.relais.uikit;

import org.relais.shared.Discipline;

/** A small square in the colour of a discipline. Colour alone says nothing: a {@link DisciplineLabel} or a word stands near. */
public class DisciplineTile extends GlyphLabel {

    /** The tile with the discipline's own glyph. */
    public DisciplineTile(Discipline discipline) {
        this(discipline, DisciplineStyle.glyph(discipline));
    }

    /** The tile with the glyph of what the entry is. */
    public DisciplineTile(Discipline discipline, Glyph glyph) {
        super(glyph, "relais-tile", DisciplineStyle.className(discipline));
    }

    /** The tile at 22 px, for dense lists. */
    public DisciplineTile small() {
        addClassName("relais-small");
        return this;
    }
}
