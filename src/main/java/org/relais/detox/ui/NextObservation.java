package org.relais.detox.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.BandProfile;
import org.relais.assessment.Instrument;
import org.relais.assessment.page.ScoreAdvice;
import org.relais.detox.ObservationPlan;
import org.relais.shared.CentreId;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** When the withdrawal's protocol asks for the instrument again, by the total as it is rated. */
@org.springframework.stereotype.Component
class NextObservation implements ScoreAdvice {

    private final DetoxDesk desk;

    NextObservation(DetoxDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Beside> beside(Grant grant, Instrument instrument, CentreId centre) {
        return desk.detoxes()
                .plan(grant, instrument.rule().code())
                .flatMap(plan -> instrument
                        .defaultProfile()
                        .map(profile -> new Line(
                                plan,
                                profile,
                                new DetoxWords(desk, UI.getCurrentOrThrow().getLocale()),
                                new Formats(
                                        UI.getCurrentOrThrow().getLocale(),
                                        desk.centres()
                                                .centre(centre)
                                                .serviceDay()
                                                .zone()))));
    }

    private final class Line implements Beside {

        private final ObservationPlan plan;
        private final BandProfile profile;
        private final DetoxWords words;
        private final Formats formats;
        private final Span what = new Span();
        private final Span when = new Span();
        private final Div line;

        Line(ObservationPlan plan, BandProfile profile, DetoxWords words, Formats formats) {
            this.plan = plan;
            this.profile = profile;
            this.words = words;
            this.formats = formats;
            what.addClassName("relais-strong");
            when.addClassNames("relais-secondary", "relais-small-text");
            var text = new Div(what, when);
            text.addClassName("relais-column");
            line = new Div(Glyph.CLOCK.create(), text);
            line.addClassName("relais-advice-line");
        }

        @Override
        public Component component() {
            return line;
        }

        @Override
        public void rated(@Nullable Integer total, @Nullable String band) {
            var now = desk.clock().instant();
            var reached = total == null
                    ? Optional.<BandProfile.Band>empty()
                    : profile.bands().stream()
                            .filter(one -> one.contains(total))
                            .findFirst();
            what.setText(reached.map(one -> next(one, now)).orElseGet(() -> words.say("detox.advice.next")));
            when.setText(profile.bands().stream()
                    .filter(one -> reached.filter(one::equals).isEmpty())
                    .map(one -> words.say(
                            "detox.advice.band",
                            one.label().in(locale()),
                            formats.duration(plan.after(one.code(), now))))
                    .collect(Collectors.joining(" · ")));
        }

        private String next(BandProfile.Band band, Instant now) {
            Duration after = plan.after(band.code(), now);
            return words.say("detox.advice.next.at", formats.duration(after), formats.time(now.plus(after)));
        }

        private Locale locale() {
            return words.locale();
        }
    }
}
