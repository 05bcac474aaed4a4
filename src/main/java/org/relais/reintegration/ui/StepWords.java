package org.relais.reintegration.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.ContactWay;
import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepChangeRow;
import org.relais.reintegration.StepContactRow;
import org.relais.reintegration.StepDomain;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Initials;
import org.relais.uikit.Lateness;
import org.relais.uikit.SeverityBadge;

/** How steps are put into words and signs, in one language. */
final class StepWords {

    /** From how many days before a due day it is said how soon it is. */
    private static final int SOON = 3;

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

    /** How a step stands: that an answer from outside is awaited counts more than that it was begun. */
    SeverityBadge status(StepRow row) {
        return row.awaited() && row.status() == StepStatus.DOING
                ? new SeverityBadge(Severity.INFO, glyph(BoardColumn.PARTNER), say("reintegration.status.awaited"))
                : status(row.status());
    }

    /** When a step is due, in one word where it is close or late, and else its day; of a done one the day it was done. */
    Span dueShort(StepRow row) {
        if (!row.status().open()) {
            return line(Glyph.CALENDAR_DAYS, date(day(row.changedAt(), row.centre())), null);
        }
        var left = row.daysLeft();
        if (left < 0) {
            return line(Glyph.CLOCK_ALERT, say("uikit.days.late", -left), "relais-due-late");
        }
        if (left > SOON) {
            return line(Glyph.CALENDAR_DAYS, date(row.dueOn()), null);
        }
        var words = left == 0
                ? say("uikit.days.today")
                : left == 1 ? say("uikit.days.tomorrow") : say("uikit.days.ahead", left);
        return line(Glyph.ALARM_CLOCK, words, "relais-due-soon");
    }

    private static Span line(Glyph glyph, String words, @Nullable String style) {
        var line = new Span(glyph.create(), new Span(words));
        line.addClassNames("relais-step-line", "relais-numeric");
        if (style != null) {
            line.addClassName(style);
        }
        return line;
    }

    /** Who sees to a step, as two letters in the colour of their discipline; their name for screen readers. */
    Span avatar(StepRow row) {
        var name = responsible(row.responsible());
        var discipline = row.responsible() instanceof Responsible.Worker(var staff)
                ? desk.staff().find(staff).map(card -> card.role().discipline()).orElse(null)
                : null;
        var spoken = new Span(name);
        spoken.addClassName("relais-visually-hidden");
        var initials = new Initials(name, discipline);
        initials.getElement().setAttribute("title", name);
        var avatar = new Span(initials, spoken);
        avatar.addClassName("relais-step-avatar");
        return avatar;
    }

    /** The service day of an instant in a centre. */
    LocalDate day(Instant instant, CentreId centre) {
        return desk.centres().centre(centre).serviceDay().of(instant);
    }

    /** What a version of a step says that the one before did not. */
    String change(@Nullable StepChangeRow before, StepChangeRow after) {
        if (before == null) {
            return say("reintegration.change.added");
        }
        var what = new ArrayList<String>();
        if (before.status() != after.status()) {
            what.add(say(after.status().key()));
        }
        if (before.awaitedSince() == null && after.awaitedSince() != null) {
            what.add(
                    after.partner() == null
                            ? say("reintegration.change.asked")
                            : say("reintegration.change.asked-of", after.partner()));
        } else if (before.awaitedSince() != null && after.awaitedSince() == null) {
            what.add(say("reintegration.change.answered"));
        }
        if (!before.dueOn().equals(after.dueOn())) {
            what.add(say("reintegration.due.on", date(after.dueOn())));
        }
        var to = after.responsible();
        if (to != null && before.responsible() != null && !to.equals(before.responsible())) {
            what.add(say("reintegration.change.handed-over", responsible(to)));
        }
        return what.isEmpty() ? say("reintegration.change.other") : String.join(" · ", what);
    }

    /** How somebody was asked, and whether they answered. */
    String contact(StepContactRow contact) {
        return say(
                contact.reached() ? "reintegration.contact.answered" : "reintegration.contact.unanswered",
                say(contact.way().key()));
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
            case VOLUNTEERING -> Glyph.HAND_HELPING;
            case MEETING_PLACE -> Glyph.MAP_PIN;
            case INCOME, DEBTS -> Glyph.SCALE;
            case HEALTH_COVER -> Glyph.SHIELD_PLUS;
            case IDENTITY_PAPERS -> Glyph.ID_CARD;
            case LEGAL -> Glyph.GAVEL;
            case FAMILY, CHILDREN -> Glyph.USERS_ROUND;
            case SOCIAL_NETWORK -> Glyph.USERS;
            case DAILY_LIVING -> Glyph.SUN;
            case HEALTH -> Glyph.HEART_PULSE;
            case MENTAL_HEALTH -> Glyph.BRAIN;
            case SUBSTANCE_USE -> Glyph.LIFE_BUOY;
            case OTHER -> Glyph.TARGET;
        };
    }

    static Glyph glyph(BoardColumn column) {
        return switch (column) {
            case PREPARE -> Glyph.CIRCLE_DASHED;
            case DOING -> Glyph.CIRCLE_DOT;
            case PARTNER -> Glyph.HOURGLASS;
            case DONE -> Glyph.CIRCLE_CHECK;
        };
    }

    static Glyph glyph(ContactWay way) {
        return switch (way) {
            case CALL -> Glyph.PHONE;
            case MAIL, LETTER -> Glyph.MAIL;
            case VISIT -> Glyph.FOOTPRINTS;
        };
    }

    /** The discipline in whose colour a domain is shown. */
    static Discipline discipline(StepDomain domain) {
        return switch (domain) {
            case HEALTH, SUBSTANCE_USE -> Discipline.MEDICAL;
            case MENTAL_HEALTH -> Discipline.PSYCHOLOGICAL;
            case FAMILY, CHILDREN -> Discipline.FAMILY;
            default -> Discipline.SOCIAL;
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
