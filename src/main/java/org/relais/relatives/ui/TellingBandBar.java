package org.relais.relatives.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.relatives.TellingBand;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** What a relative may be told today and what not, until when: stands wherever one writes or prints to them. */
final class TellingBandBar extends Div {

    TellingBandBar(TellingBand band, RelativesWords words) {
        addClassName("relais-telling-band");
        getElement().setAttribute("role", "note");
        getElement().setAttribute("aria-label", words.say("relatives.band"));
        if (band.may().isEmpty()) {
            add(new SeverityBadge(Severity.WARNING, Glyph.BAN, words.say("relatives.band.nothing")));
        } else {
            add(new SeverityBadge(Severity.OK, Glyph.CHECK, words.say("relatives.band.may", words.topics(band.may()))));
            if (!band.mayNot().isEmpty()) {
                add(new SeverityBadge(
                        Severity.WARNING, Glyph.BAN, words.say("relatives.band.may-not", words.topics(band.mayNot()))));
            }
        }
        var until = band.until();
        if (until != null) {
            var end = new Span(
                    words.say(band.over() ? "relatives.band.over" : "relatives.band.until", words.date(until)));
            end.addClassName("relais-meta");
            add(end);
        }
    }
}
