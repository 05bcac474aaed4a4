package org.relais.person.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.Alert;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** The alerts in force. */
final class AlertsPanel extends Panel {
    /** What the page does when a button is pressed. */
    interface Actions {
        void add();

        void end(Alert alert);
    }

    AlertsPanel(List<Alert> alerts, PersonWords words, boolean writes, Actions actions) {
        super(I18NProvider.translate("person.alert.title"));
        setCount(alerts.size());
        if (writes) {
            var add = new Button(getTranslation("person.alert.add"), Glyph.PLUS.create(), _ -> actions.add());
            add.addThemeName("small");
            addToHeader(add);
        }
        if (alerts.isEmpty()) {
            addContent(new Paragraph(getTranslation("person.alert.none")));
        }
        for (var alert : alerts) {
            addContent(line(alert, words, writes, actions));
        }
    }

    private Div line(Alert alert, PersonWords words, boolean writes, Actions actions) {
        var source = alert.source();
        var more = new Span(Stream.of(
                        source == null ? "" : source, words.formats(getLocale()).date(alert.recordedAt()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        more.addClassName("relais-secondary");
        var badge =
                new SeverityBadge(alert.severity(), getTranslation(alert.kind().key()));
        var text = new Div(badge, new Span(alert.text()), more);
        text.addClassNames("relais-person-line", "relais-grow");
        var line = new Div(text);
        line.addClassName("relais-row");
        if (writes) {
            var end = new Button(getTranslation("person.alert.end"), _ -> actions.end(alert));
            end.addThemeNames("small", "tertiary");
            end.setAriaLabel(getTranslation("person.alert.end") + " " + alert.text());
            line.add(end);
        }
        return line;
    }
}
