package org.relais.plan.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.plan.AimProgress;
import org.relais.plan.AimRow;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStepState;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How a plan is put into words and signs, in one language. */
final class PlanWords {

    private final PlanDesk desk;
    private final Locale locale;

    PlanWords(PlanDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    String say(String key, @Nullable Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    String date(LocalDate date) {
        return formats().date(date);
    }

    String shortDate(LocalDate date) {
        return formats().shortDate(date);
    }

    String dateTime(Instant instant, CentreId centre) {
        return new Formats(locale, desk.centres().centre(centre).serviceDay().zone()).dateTime(instant);
    }

    String name(@Nullable StaffId id) {
        return id == null ? "" : desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    String colleague(StaffCard card) {
        return card.name() + ", " + say(card.role().key());
    }

    /** Who sees to an action. */
    String owner(@Nullable StaffId owner) {
        return owner == null ? say("plan.action.by-person") : name(owner);
    }

    /** The words of the person, in the quotes of the language. */
    String quote(String words) {
        return say("plan.quote", words);
    }

    Span quoted(String words) {
        var quote = new Span(quote(words));
        quote.addClassName("relais-quote");
        return quote;
    }

    /** The word of an entry's type. */
    String type(@Nullable String type) {
        if (type == null) {
            return "";
        }
        var dot = type.indexOf('.');
        return say(type.substring(0, dot) + ".entry" + type.substring(dot));
    }

    SeverityBadge state(GoalState state) {
        return switch (state) {
            case DRAFT -> badge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, state.key());
            case AGREED -> badge(Severity.INFO, Glyph.HANDSHAKE, state.key());
            case IN_PROGRESS -> badge(Severity.INFO, Glyph.CIRCLE_DOT, state.key());
            case ATTAINED -> badge(Severity.OK, Glyph.CIRCLE_CHECK, state.key());
            case PARTLY_ATTAINED -> badge(Severity.OK, Glyph.CHECK, state.key());
            case NOT_ATTAINED -> badge(Severity.NEUTRAL, Glyph.CIRCLE_X, state.key());
            case ABANDONED_BY_PERSON -> badge(Severity.NEUTRAL, Glyph.LOG_OUT, state.key());
            case OBSOLETE -> badge(Severity.NEUTRAL, Glyph.BAN, state.key());
        };
    }

    SeverityBadge state(GoalStepState state) {
        return switch (state) {
            case TODO -> badge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, state.key());
            case DOING -> badge(Severity.INFO, Glyph.CIRCLE_DOT, state.key());
            case BLOCKED -> badge(Severity.WARNING, Glyph.TRIANGLE_ALERT, state.key());
            case DONE -> badge(Severity.OK, Glyph.CIRCLE_CHECK, state.key());
            case CANCELLED -> badge(Severity.NEUTRAL, Glyph.CIRCLE_X, state.key());
        };
    }

    static Glyph glyph(UseAim aim) {
        return switch (aim) {
            case ABSTINENCE -> Glyph.TARGET;
            case REDUCTION -> Glyph.ARROW_DOWN_RIGHT;
            case SAFER_USE -> Glyph.LIFE_BUOY;
            case UNDECIDED -> Glyph.CIRCLE_HELP;
        };
    }

    static Glyph glyph(GoalDomain domain) {
        return switch (domain) {
            case SUBSTANCE_USE -> Glyph.GLASS_WATER;
            case HEALTH -> Glyph.HEART_PULSE;
            case MENTAL_HEALTH -> Glyph.BRAIN;
            case HOUSING -> Glyph.HOUSE;
            case EDUCATION -> Glyph.BOOK_OPEN;
            case TRAINING -> Glyph.GRADUATION_CAP;
            case EMPLOYMENT -> Glyph.BRIEFCASE;
            case VOLUNTEERING -> Glyph.HAND_HELPING;
            case MEETING_PLACE -> Glyph.MAP_PIN;
            case INCOME -> Glyph.BADGE_CHECK;
            case RIGHTS -> Glyph.LANDMARK;
            case HEALTH_COVER -> Glyph.SHIELD_PLUS;
            case IDENTITY_PAPERS -> Glyph.ID_CARD;
            case DEBTS -> Glyph.SCALE;
            case LEGAL -> Glyph.GAVEL;
            case FAMILY -> Glyph.USERS_ROUND;
            case CHILDREN -> Glyph.HEART_HANDSHAKE;
            case SOCIAL_NETWORK -> Glyph.USERS;
            case DAILY_LIVING -> Glyph.SUN;
            case OTHER -> Glyph.TARGET;
        };
    }

    /** What the person wants, in a sentence of its own for each aim. */
    String aim(UseAim aim, UseTarget target) {
        if (aim != UseAim.REDUCTION) {
            return say(aim.key() + ".text");
        }
        var parts = new ArrayList<String>();
        if (target.days() != null) {
            parts.add(say("plan.aim.reduction.days", target.days()));
        }
        if (target.amount() != null) {
            parts.add(say("plan.aim.reduction.amount", formats().number(target.amount()), target.unit()));
        }
        return say("plan.aim.reduction.text", String.join(say("plan.aim.reduction.and"), parts));
    }

    /** How far the person wants to reduce, in a sentence to them; empty when they said no target. */
    String reduction(UseTarget target) {
        if (target.days() != null) {
            return say("plan.sheet.chosen.days", target.days());
        }
        return target.amount() == null
                ? ""
                : say("plan.sheet.chosen.amount", formats().number(target.amount()), target.unit());
    }

    /** How use stands beside what the person wants. */
    SeverityBadge progress(AimRow aim, AimProgress progress) {
        var text = say(
                aim.aim().key() + (progress.attained() ? ".attained" : ".on-the-way"),
                progress.days(),
                progress.wanted(),
                date(progress.on()));
        return progress.attained()
                ? new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, text)
                : new SeverityBadge(Severity.INFO, Glyph.ROUTE, text);
    }

    /** What is said beside the words, in lines: the aim, the stage, the rulers. */
    List<String> lines(AimRow aim) {
        var lines = new ArrayList<String>();
        lines.add(say(aim.aim().key()) + " · " + aim(aim.aim(), aim.target()));
        var stage = aim.stage();
        var on = aim.stageOn();
        if (stage != null && on != null) {
            lines.add(say("plan.stage.on", say(stage.key()), date(on)));
        }
        if (aim.importance() != null) {
            lines.add(say("plan.ruler.importance.shown", aim.importance()));
        }
        if (aim.confidence() != null) {
            lines.add(say("plan.ruler.confidence.shown", aim.confidence()));
        }
        return lines;
    }

    private Formats formats() {
        return new Formats(locale, ZoneOffset.UTC);
    }

    private SeverityBadge badge(Severity severity, Glyph glyph, String key) {
        return new SeverityBadge(severity, glyph, say(key));
    }
}
