package org.relais.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

import org.relais.shared.Discipline;

/** A discipline in one line: its icon and its word in the user's language, in its colour. */
public class DisciplineLabel extends Span {

    public DisciplineLabel(Discipline discipline) {
        addClassNames("relais-discipline", DisciplineStyle.className(discipline));
        add(DisciplineStyle.glyph(discipline).create());
        getElement().appendChild(Element.createText(getTranslation(discipline.key())));
    }
}
