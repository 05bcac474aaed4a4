package org.relais.person.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.MayBeTold;
import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** The people close to a person, each with what they may be told today. */
final class RelativesPanel extends Panel {
    /** What the page does when a button is pressed. */
    interface Actions {
        void add();

        void change(Relative relative);

        void end(Relative relative);
    }

    private final transient PersonWords words;

    RelativesPanel(List<Relative> relatives, PersonWords words, boolean writes, Actions actions) {
        super(I18NProvider.translate("person.relative.title"));
        this.words = words;
        setCount(relatives.size());
        if (writes) {
            var add = new Button(getTranslation("person.relative.add"), Glyph.PLUS.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (relatives.isEmpty()) {
            addContent(new Paragraph(getTranslation("person.relative.none")));
        }
        relatives.forEach(relative -> addContent(line(relative, writes, actions)));
    }

    private Div line(Relative relative, boolean writes, Actions actions) {
        var name = new Span(relative.name());
        name.addClassName("relais-strong");
        var telephone = relative.telephone();
        var more = new Span(Stream.of(getTranslation(relative.relation().key()), telephone == null ? "" : telephone)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        more.addClassName("relais-secondary");
        var told = told(relative.mayBeTold());
        var text = new Div(name, more, told);
        text.addClassNames("relais-person-line", "relais-grow");
        var line = new Div(text);
        line.addClassName("relais-row");
        if (writes) {
            line.add(
                    button("person.change", relative, () -> actions.change(relative)),
                    button("person.end", relative, () -> actions.end(relative)));
        }
        return line;
    }

    private Button button(String key, Relative relative, Runnable action) {
        var button = new Button(getTranslation(key), _ -> action.run());
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(getTranslation(key) + " " + relative.name());
        button.setDisableOnClick(false);
        return button;
    }

    private Div told(MayBeTold told) {
        var line = new Div();
        line.addClassNames("relais-row", "relais-told-badges");
        var today = words.today();
        for (var topic : TellingTopic.values()) {
            var answer = told.answers().get(topic);
            if (answer != null) {
                var yes = told.allows(topic, today);
                line.add(new SeverityBadge(
                        yes ? Severity.OK : Severity.WARNING,
                        yes ? Glyph.CHECK : Glyph.BAN,
                        getTranslation(yes ? "person.told.may" : "person.told.may-not", getTranslation(topic.key()))));
            }
        }
        if (told.answers().isEmpty()) {
            line.add(new SeverityBadge(Severity.WARNING, Glyph.BAN, getTranslation("person.told.nothing")));
        }
        var until = told.until();
        if (until != null) {
            line.add(new Span(getTranslation(
                    "person.told.until.date", words.formats(getLocale()).date(until))));
        }
        return line;
    }
}
