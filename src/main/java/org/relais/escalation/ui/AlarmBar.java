package org.relais.escalation.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.escalation.Alarm;
import org.relais.escalation.AlarmState;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DueLabel;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SeverityBadge;

/** One open alarm: what, since and until when, what to do, who is asked, and the two answers. */
final class AlarmBar {

    private AlarmBar() {}

    /**
     * The alarm as it stands.
     *
     * @param about what stands before it, such as whom it is about; null on the record itself
     * @param acts answers it; null for a reader who may not
     */
    static Component of(
            Alarm alarm, @Nullable Component about, AlarmWords words, @Nullable AlarmActs acts, Locale locale) {
        var matter = alarm.matter();
        var severity = matter == null ? Severity.CRITICAL : matter.rule().severity();
        var title = matter == null
                ? AlarmWords.say(locale, "escalation.locked")
                : words.title(matter.rule(), matter.readings(), locale);
        var bar = new NoticeBar(severity, Glyph.SIREN, title, "", ends(alarm, title, acts, locale));
        bar.addClassName("relais-alarm");
        // The place around it is what is read out
        bar.getElement().removeAttribute("role");
        bar.getElement().setAttribute("data-alarm", alarm.id().toString());
        var middle = bar.getChildren()
                .filter(part -> part.hasClassName("relais-grow"))
                .map(Div.class::cast)
                .findFirst()
                .orElseThrow();
        if (about != null) {
            middle.addComponentAsFirst(about);
        }
        if (matter != null) {
            var response = new Span(matter.rule().response().in(locale));
            response.addClassName("relais-alarm-response");
            middle.add(response);
        }
        middle.add(facts(alarm, words, locale));
        return bar;
    }

    private static Component facts(Alarm alarm, AlarmWords words, Locale locale) {
        var facts = new Div();
        facts.addClassName("relais-alarm-facts");
        var matter = alarm.matter();
        if (matter != null) {
            facts.add(new RuleMark(matter.rule().rule()));
        }
        facts.add(new Span(
                AlarmWords.say(locale, "escalation.raised", words.moment(alarm.raisedAt(), alarm.centre(), locale))));
        var acknowledged = alarm.acknowledged();
        if (acknowledged != null) {
            facts.add(new Span(words.answered("escalation.acknowledged.by", acknowledged, alarm.centre(), locale)));
        }
        var asked = alarm.asked();
        if (asked != null) {
            facts.add(new Span(words.asked(asked, alarm.centre(), locale)));
        }
        if (matter != null && matter.corrected()) {
            facts.add(new SeverityBadge(
                    Severity.NEUTRAL, Glyph.PEN_LINE, AlarmWords.say(locale, "escalation.corrected")));
        }
        return facts;
    }

    private static Component[] ends(Alarm alarm, String title, @Nullable AlarmActs acts, Locale locale) {
        List<Component> ends = new ArrayList<>();
        if (alarm.state() == AlarmState.RAISED) {
            ends.add(new DueLabel(alarm.dueAt(), Duration.ZERO));
        }
        if (acts != null && alarm.matter() != null) {
            var waits = alarm.state() == AlarmState.RAISED;
            var key = waits ? "escalation.acknowledge" : "escalation.resolve";
            var button = new BusyButton(AlarmWords.say(locale, key), waits ? Glyph.USER_CHECK : Glyph.CHECK, () -> {
                if (waits) {
                    acts.acknowledge(alarm);
                } else {
                    acts.resolve(alarm, title);
                }
            });
            button.setAriaLabel(AlarmWords.say(locale, key + ".of", title));
            if (waits) {
                button.addThemeName("primary");
            }
            ends.add(button);
        }
        return ends.toArray(Component[]::new);
    }
}
