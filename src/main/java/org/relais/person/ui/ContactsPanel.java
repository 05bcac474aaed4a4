package org.relais.person.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.Contact;
import org.relais.person.PersonDetails;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** How a person can be reached, and what other registers call them. */
final class ContactsPanel extends Panel {
    /** What the page does when a button is pressed. */
    interface Actions {
        void add();

        void end(Contact contact);
    }

    ContactsPanel(PersonDetails details, boolean writes, Actions actions) {
        super(I18NProvider.translate("person.contact.title"));
        if (writes) {
            var add = new Button(getTranslation("person.contact.add"), Glyph.PLUS.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (details.contacts().isEmpty() && details.identifiers().isEmpty()) {
            addContent(new Paragraph(getTranslation("person.contact.none")));
        }
        for (var contact : details.contacts()) {
            var line = line(getTranslation(contact.kind().key()), contact.value());
            if (writes) {
                var end = new Button(getTranslation("person.end"), _ -> actions.end(contact));
                end.addThemeNames("small", "tertiary");
                end.setAriaLabel(getTranslation("person.end") + " " + contact.value());
                line.add(end);
            }
            addContent(line);
        }
        for (var identifier : details.identifiers()) {
            addContent(line(identifier.system(), identifier.value()));
        }
    }

    private static Div line(String label, String value) {
        var name = new Span(label);
        name.addClassName("relais-secondary");
        var text = new Div(name, new Span(value));
        text.addClassNames("relais-person-line", "relais-grow");
        var line = new Div(text);
        line.addClassName("relais-row");
        return line;
    }
}
