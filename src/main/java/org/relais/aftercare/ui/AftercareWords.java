package org.relais.aftercare.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.AttemptRow;
import org.relais.aftercare.ContactRow;
import org.relais.aftercare.ContactState;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.FollowUpRow;
import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.SeverityBadge;

/** How follow-ups are put into words and signs, in one language. */
final class AftercareWords {

    private final AftercareDesk desk;
    private final Locale locale;

    AftercareWords(AftercareDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    String date(LocalDate date) {
        return new Formats(locale, ZoneOffset.UTC).date(date);
    }

    String dateTime(Instant instant, CentreId centre) {
        return new Formats(locale, desk.centres().centre(centre).serviceDay().zone()).dateTime(instant);
    }

    String name(StaffId id) {
        return desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    /** Who makes the contacts: a name, or somebody of the unit. */
    String worker(@Nullable StaffId worker, UnitId unit) {
        return worker == null ? say("aftercare.worker.unit", unit(unit)) : name(worker);
    }

    String unit(UnitId unit) {
        return desk.centres().unit(unit).map(Unit::name).orElse("");
    }

    /** Contact at so many months. */
    String contact(int months) {
        return say("aftercare.contact", months);
    }

    String window(LocalDate from, LocalDate until) {
        return say("aftercare.window", date(from), date(until));
    }

    /** How an answer stands: agreed, declined, not asked; and why it ended. */
    SeverityBadge answer(FollowUpRow row) {
        var ending = row.ending();
        if (ending != null) {
            return new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_CHECK, say(ending.key()));
        }
        return switch (row.answer()) {
            case NOT_ASKED ->
                new SeverityBadge(
                        Severity.WARNING, Glyph.CIRCLE_HELP, say(row.answer().key()));
            case AGREED ->
                new SeverityBadge(Severity.OK, Glyph.CHECK, say(row.answer().key()));
            case DECLINED ->
                new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, say(row.answer().key()));
        };
    }

    /** Where a contact stands: planned, due, how late, or what became of it. */
    SeverityBadge state(ContactRow contact) {
        if (!contact.open()) {
            return new SeverityBadge(
                    severity(contact.state()),
                    glyph(contact.state()),
                    say(contact.state().key()));
        }
        return contact.due()
                ? Lateness.days(contact.daysLeft())
                : new SeverityBadge(Severity.NEUTRAL, Glyph.CLOCK, say("aftercare.state.planned", contact.opensIn()));
    }

    String attempt(AttemptRow attempt) {
        return say(
                "aftercare.attempt.line",
                date(attempt.day()),
                say(attempt.form().key()),
                say(attempt.outcome().key()),
                name(attempt.recordedBy()));
    }

    /** What the person said, each in a few words. */
    List<String> said(FollowUpForm form) {
        var said = new ArrayList<String>();
        var rule = desk.rule().now();
        if (form.substanceDays() != null) {
            said.add(say("aftercare.said.substance-days", form.substanceDays(), rule.mostSubstanceDays()));
        }
        if (form.work() != null) {
            said.add(say("aftercare.said.work", say(form.work().key())));
        }
        if (form.housing() != null) {
            said.add(say("aftercare.said.housing", say(form.housing().key())));
        }
        if (form.qualityOfLife() != null) {
            said.add(say("aftercare.said.quality", form.qualityOfLife(), rule.mostQualityOfLife()));
        }
        if (form.craving() != null) {
            said.add(say("aftercare.said.craving", form.craving(), rule.mostCraving()));
        }
        return said;
    }

    static Glyph glyph(ContactState state) {
        return switch (state) {
            case OPEN -> Glyph.CLOCK;
            case REACHED -> Glyph.CIRCLE_CHECK;
            case NOT_REACHED -> Glyph.CIRCLE_X;
            case DECLINED -> Glyph.BAN;
            case DECEASED, ENDED -> Glyph.MINUS;
        };
    }

    static Severity severity(ContactState state) {
        return state == ContactState.REACHED ? Severity.OK : Severity.NEUTRAL;
    }

    static SeverityBadge outcome(AttemptOutcome outcome, String word) {
        return new SeverityBadge(severity(outcome.state()), outcomeGlyph(outcome), word);
    }

    private static Glyph outcomeGlyph(AttemptOutcome outcome) {
        return outcome.state() == ContactState.OPEN ? Glyph.PHONE : glyph(outcome.state());
    }
}
