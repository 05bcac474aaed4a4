package org.relais.uikit;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

import org.relais.shared.Discipline;

/** A discipline in one line: its icon and its word in the user's language, in its colour. */
public class DisciplineLabel extends Span {

    public DisciplineLabel(Discipline discipline) {
        addClassNames("relais-discipline", DisciplineStyle.className(discipline));
        add(DisciplineStyle.glyph(discipline).create(), new Text(getTranslation(discipline.key())));
    }
}
