package org.relais.person.ui;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.person.IdentityVersion;
import org.relais.person.PersonDetails;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** How a person is known now and how they were known before. */
final class IdentityPanel extends Panel {
    private final transient PersonWords words;

    IdentityPanel(PersonDetails details, PersonWords words, boolean writes, Consumer<PersonDetails> attach) {
        super(translate("person.identity"));
        this.words = words;
        if (writes) {
            var button = new Button(
                    getTranslation(attachKey(details.current())), Glyph.ID_CARD.create(), _ -> attach.accept(details));
            button.addThemeName("small");
            addToHeader(button);
        }
        addContent(line(details.current()));
        if (details.identities().size() > 1) {
            var history = new UnorderedList();
            history.addClassName("relais-person-lines");
            details.identities().stream().skip(1).forEach(version -> history.add(new ListItem(line(version))));
            addContent(new H3(getTranslation("person.identity.history")), history);
        }
    }

    private static String attachKey(IdentityVersion current) {
        var known = current.givenName() != null || current.familyName() != null;
        return known ? "person.identity.change" : "person.identity.attach";
    }

    private Div line(IdentityVersion version) {
        var head = new Span(version.display());
        head.addClassName("relais-strong");
        var gender = version.gender();
        var rest = Stream.of(
                        version.shownUnderAlias() ? getTranslation("person.alias") : "",
                        words.birth(getLocale(), version.birthDate(), version.birthYear()),
                        gender == null ? "" : getTranslation(gender.key()),
                        getTranslation(
                                "person.identity.since",
                                words.formats(getLocale()).dateTime(version.recordedAt())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        var more = new Span(rest);
        more.addClassName("relais-secondary");
        var line = new Div(head, more);
        line.addClassName("relais-person-line");
        return line;
    }

    private static String translate(String key) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key);
    }
}
