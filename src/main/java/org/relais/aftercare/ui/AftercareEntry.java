package org.relais.aftercare.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.aftercare.AftercareDetail;
import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.HousingState;
import org.relais.aftercare.WayBackStep;
import org.relais.aftercare.WorkState;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.uikit.Glyph;

/** How a follow-up looks in the timeline. */
@org.springframework.stereotype.Component
class AftercareEntry implements EntryDecoration {

    private final AftercareDesk desk;

    AftercareEntry(AftercareDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                AftercareDetail.ANSWER,
                AftercareDetail.ATTEMPT,
                AftercareDetail.CORRECTION,
                AftercareDetail.NOT_REACHED,
                AftercareDetail.WAY_BACK);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        var step = row.detail().get(AftercareDetail.STEP);
        if (step != null) {
            return I18NProvider.translate(locale, WayBackStep.valueOf(step).key());
        }
        var months = row.detail().get(AftercareDetail.MONTHS);
        if (months != null) {
            return I18NProvider.translate(locale, "aftercare.contact", Integer.parseInt(months));
        }
        var given = row.detail().get(AftercareDetail.GIVEN);
        return given == null
                ? row.title()
                : I18NProvider.translate(locale, FollowUpAnswer.valueOf(given).key());
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(AftercareDetail.WAY_BACK.equals(row.type()) ? Glyph.UNDO_2 : Glyph.FOOTPRINTS);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        var outcome = row.detail().get(AftercareDetail.OUTCOME);
        if (outcome == null) {
            return List.of();
        }
        var known = AttemptOutcome.valueOf(outcome);
        return List.of(AftercareWords.outcome(known, words().say(known.key())));
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        var words = words();
        var body = new Div();
        var form = row.detail().get(AftercareDetail.FORM);
        if (form != null) {
            body.add(new Paragraph(words.say(AttemptForm.valueOf(form).key())));
        }
        var partner = row.detail().get(AftercareDetail.ORGANISATION);
        if (partner != null) {
            body.add(new Paragraph(words.say("aftercare.way-back.partner.told", partner)));
        }
        var day = row.detail().get(AftercareDetail.DAY);
        if (day != null) {
            var opened = WayBackStep.OPENED.name().equals(row.detail().get(AftercareDetail.STEP));
            body.add(new Paragraph(words.say(
                    opened ? "aftercare.way-back.due" : "aftercare.way-back.seen-on",
                    words.date(LocalDate.parse(day)))));
        }
        var said = words.said(said(row));
        if (!said.isEmpty()) {
            body.add(new Paragraph(String.join(" · ", said)));
        }
        if (row.text() != null) {
            body.add(new Paragraph(row.text()));
        }
        return body.getChildren().findAny().isEmpty() ? Optional.empty() : Optional.of(body);
    }

    private static FollowUpForm said(EntryRow row) {
        var work = row.detail().get(AftercareDetail.WORK);
        var housing = row.detail().get(AftercareDetail.HOUSING);
        return new FollowUpForm(
                number(row, AftercareDetail.SUBSTANCE_DAYS),
                work == null ? null : WorkState.valueOf(work),
                housing == null ? null : HousingState.valueOf(housing),
                number(row, AftercareDetail.QUALITY_OF_LIFE),
                number(row, AftercareDetail.CRAVING));
    }

    private static @Nullable Integer number(EntryRow row, String name) {
        var value = row.detail().get(name);
        return value == null ? null : Integer.valueOf(value);
    }

    private AftercareWords words() {
        return new AftercareWords(desk, UI.getCurrentOrThrow().getLocale());
    }
}
