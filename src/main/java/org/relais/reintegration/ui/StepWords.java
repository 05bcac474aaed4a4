package org.relais.reintegration.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.SeverityBadge;

/** How steps are put into words and signs, in one language. */
final class StepWords {

    private final StepDesk desk;
    private final Locale locale;

    StepWords(StepDesk desk, Locale locale) {
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

    String responsible(Responsible responsible) {
        return switch (responsible) {
            case Responsible.ThePerson() -> say("reintegration.responsible.person");
            case Responsible.Worker(var staff) -> name(staff);
            case Responsible.ThirdParty(var name) -> name;
        };
    }

    /** Status and due day in one line. */
    String state(StepStatus status, LocalDate dueOn) {
        return say("reintegration.stale.state", say(status.key()), date(dueOn));
    }

    SeverityBadge status(StepStatus status) {
        return new SeverityBadge(severity(status), glyph(status), say(status.key()));
    }

    /** When an open step is due: how late, or how soon. */
    SeverityBadge due(StepRow row) {
        return Lateness.days(row.daysLeft());
    }

    static Glyph glyph(StepStatus status) {
        return switch (status) {
            case TODO -> Glyph.CIRCLE_DASHED;
            case DOING -> Glyph.CIRCLE_DOT;
            case BLOCKED -> Glyph.TRIANGLE_ALERT;
            case DONE -> Glyph.CIRCLE_CHECK;
            case CANCELLED -> Glyph.CIRCLE_X;
        };
    }

    static Glyph glyph(StepDomain domain) {
        return switch (domain) {
            case HOUSING -> Glyph.HOUSE;
            case EDUCATION -> Glyph.BOOK_OPEN;
            case TRAINING -> Glyph.GRADUATION_CAP;
            case EMPLOYMENT -> Glyph.BRIEFCASE;
            case RIGHTS -> Glyph.LANDMARK;
            case HEALTH_COVER -> Glyph.HEART_PULSE;
            case IDENTITY_PAPERS -> Glyph.ID_CARD;
            case DEBTS -> Glyph.SCALE;
            case LEGAL -> Glyph.GAVEL;
            case FAMILY -> Glyph.USERS_ROUND;
            case OTHER -> Glyph.TARGET;
        };
    }

    private static Severity severity(StepStatus status) {
        return switch (status) {
            case TODO, CANCELLED -> Severity.NEUTRAL;
            case DOING -> Severity.INFO;
            case BLOCKED -> Severity.WARNING;
            case DONE -> Severity.OK;
        };
    }
}
