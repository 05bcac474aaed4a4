package org.relais.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.uikit.SeverityBadge;

/** One thing in a panel: what it is, what is to know of it, and what may be done with it. */
final class PrivacyLine extends Div {

    private final Div head = new Div();
    private final Div text = new Div(head);

    PrivacyLine(String title) {
        addClassNames("relais-row", "relais-privacy-line");
        var name = new Span(title);
        name.addClassName("relais-strong");
        head.addClassName("relais-privacy-head");
        head.add(name);
        text.addClassNames("relais-grow", "relais-column");
        add(text);
    }

    PrivacyLine badge(SeverityBadge badge) {
        head.add(badge);
        return this;
    }

    /** Adds a sentence, unless it is empty. */
    PrivacyLine say(String words) {
        if (!words.isEmpty()) {
            var line = new Span(words);
            line.addClassName("relais-secondary");
            text.add(line);
        }
        return this;
    }

    /** Adds a sentence about when and by whom, unless it is empty. */
    PrivacyLine meta(String words) {
        if (!words.isEmpty()) {
            var line = new Span(words);
            line.addClassName("relais-meta");
            text.add(line);
        }
        return this;
    }

    /** @param what the thing it is about, for who does not see the line around the button */
    PrivacyLine action(String verb, String what, Runnable act) {
        var button = new Button(verb, _ -> act.run());
        button.addThemeName("small");
        button.setAriaLabel(verb + " " + what);
        add(button);
        return this;
    }
}
