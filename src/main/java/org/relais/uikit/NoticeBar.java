package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.shared.Severity;

/** A banner that stays until its reason is gone. Critical ones are announced at once, others politely. */
public class NoticeBar extends Div {

    /** @param text may be empty: then the title stands alone */
    public NoticeBar(Severity severity, String title, String text, Component... actions) {
        this(severity, glyph(severity), title, text, actions);
    }

    public NoticeBar(Severity severity, Glyph glyph, String title, String text, Component... actions) {
        addClassNames("relais-notice", SeverityStyle.className(severity));
        getElement().setAttribute("role", severity == Severity.CRITICAL ? "alert" : "status");
        var head = new Span(title);
        head.addClassName("relais-notice-title");
        var words = new Div(head);
        words.addClassName("relais-grow");
        if (!text.isEmpty()) {
            var body = new Span(text);
            body.addClassName("relais-notice-text");
            words.add(body);
        }
        add(glyph.create(), words);
        add(actions);
    }

    private static Glyph glyph(Severity severity) {
        return severity == Severity.INFO || severity == Severity.NEUTRAL ? Glyph.INFO : SeverityStyle.glyph(severity);
    }
}
