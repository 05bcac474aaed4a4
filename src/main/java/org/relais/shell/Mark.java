package org.relais.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;

/** The mark and the name of the portal. */
final class Mark extends Span {

    Mark() {
        addClassName("relais-mark");
        var sign = new SvgIcon("icons/mark.svg", "mark");
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(getTranslation("shell.name")));
    }
}
