package org.relais.situation.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsMatrix;
import org.relais.situation.RightRow;
import org.relais.situation.RightStatus;
import org.relais.situation.StateKind;
import org.relais.situation.StatePeriod;
import org.relais.situation.StateRow;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How the situation is put into words and signs, in one language. */
final class SituationWords {

    private final SocialDesk desk;
    private final Locale locale;

    SituationWords(SocialDesk desk, Locale locale) {
        this.desk = desk;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
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

    String number(BigDecimal number) {
        return new Formats(locale, ZoneOffset.UTC).exact(number);
    }

    /** An amount to the cent, with its currency. */
    String money(BigDecimal amount, String currency) {
        return say("situation.money", number(amount.setScale(2)), currency);
    }

    String name(StaffId id) {
        return desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    /** Who told something, and when. */
    String told(StaffId by, Instant at, CentreId centre) {
        return say("situation.told", name(by), dateTime(at, centre));
    }

    /** A change with its sign. */
    String signed(BigDecimal change) {
        return change.signum() > 0 ? say("situation.change.up", number(change)) : number(change);
    }

    SeverityBadge level(NeedsMatrix matrix, int level) {
        return new SeverityBadge(
                severity(matrix, level),
                glyph(matrix, level),
                say("situation.level", level, matrix.name(level).in(locale)));
    }

    /** A dot as large as its level, with the number in it. */
    Span dot(NeedsMatrix matrix, int level) {
        var dot = new Span(String.valueOf(level));
        dot.addClassNames("relais-need-dot", "relais-need-dot-" + level);
        dot.getElement()
                .setAttribute(
                        "title",
                        say("situation.level", level, matrix.name(level).in(locale)));
        return dot;
    }

    static Severity severity(NeedsMatrix matrix, int level) {
        if (level == matrix.notApplicable()) {
            return Severity.NEUTRAL;
        }
        if (level == matrix.urgentLevel()) {
            return Severity.CRITICAL;
        }
        if (level == matrix.goalLevel()) {
            return Severity.WARNING;
        }
        return level == matrix.levels().getLast().level() ? Severity.OK : Severity.INFO;
    }

    private static Glyph glyph(NeedsMatrix matrix, int level) {
        return switch (severity(matrix, level)) {
            case CRITICAL -> Glyph.OCTAGON_ALERT;
            case WARNING -> Glyph.TRIANGLE_ALERT;
            case OK -> Glyph.CIRCLE_CHECK;
            case INFO -> Glyph.CIRCLE_DOT;
            case NEUTRAL -> Glyph.MINUS;
        };
    }

    static Glyph glyph(NeedDomain domain) {
        return switch (domain) {
            case HOUSING -> Glyph.HOUSE;
            case INCOME -> Glyph.LANDMARK;
            case EMPLOYMENT -> Glyph.BRIEFCASE;
            case EDUCATION -> Glyph.GRADUATION_CAP;
            case LEGAL -> Glyph.GAVEL;
            case FAMILY -> Glyph.USERS_ROUND;
            case CHILDREN -> Glyph.USER_ROUND;
            case HEALTH_COVER -> Glyph.SHIELD_PLUS;
            case PHYSICAL_HEALTH -> Glyph.HEART_PULSE;
            case IDENTITY_PAPERS -> Glyph.ID_CARD;
            case DEBTS -> Glyph.SCALE;
            case SOCIAL_NETWORK -> Glyph.USERS;
            case DAILY_LIVING -> Glyph.SUN;
        };
    }

    static Glyph glyph(StateKind kind) {
        return switch (kind) {
            case HOUSING -> Glyph.HOUSE;
            case WORK -> Glyph.BRIEFCASE;
            case EDUCATION -> Glyph.BOOK_OPEN;
            case VOCATIONAL_COURSE -> Glyph.GRADUATION_CAP;
            case HEALTH_COVER -> Glyph.SHIELD_PLUS;
            case IDENTITY_PAPERS -> Glyph.ID_CARD;
            case DEBTS -> Glyph.SCALE;
            case JUSTICE -> Glyph.GAVEL;
            case CHILDREN -> Glyph.USER_ROUND;
            case NETWORK -> Glyph.USERS;
        };
    }

    /** What a state says; that it was taken back where nothing stands in its place. */
    String state(StateRow row) {
        var code = row.code();
        if (code == null) {
            return say("situation.state.taken-back");
        }
        var word = state(row.kind(), code, row.list());
        return row.lasting() ? say("situation.state.lasting", word) : word;
    }

    String state(StateKind kind, String code, int list) {
        var choices = desk.lists().states(list);
        var word = choices.word(kind, code, locale);
        return choices.choice(kind, code)
                .map(choice -> choice.group())
                .map(group -> say("situation.state.in-group", group.in(locale), word))
                .orElse(word);
    }

    /** From when to when. */
    String period(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? say("situation.period.since", date(from))
                : say("situation.period.from-to", date(from), date(to));
    }

    String period(StatePeriod period, LocalDate today) {
        return period.after(today) && period.to() == null
                ? say("situation.period.ahead", date(period.from()))
                : period(period.from(), period.to());
    }

    String right(RightRow row) {
        var kind = desk.lists().rights().word(row.kind(), locale);
        return row.words() == null ? kind : say("situation.right.with-words", kind, row.words());
    }

    SeverityBadge right(RightRow row, RightStatus status) {
        return row.lapsed()
                ? new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, say("situation.right.status.lapsed"))
                : right(status);
    }

    SeverityBadge right(RightStatus status) {
        var severity =
                switch (status) {
                    case TO_REQUEST, EXPIRED -> Severity.NEUTRAL;
                    case FILED -> Severity.INFO;
                    case MORE_INFO, REFUSED -> Severity.WARNING;
                    case GRANTED -> Severity.OK;
                };
        var glyph =
                switch (status) {
                    case TO_REQUEST -> Glyph.CIRCLE_DASHED;
                    case FILED -> Glyph.SEND;
                    case MORE_INFO -> Glyph.FILE_TEXT;
                    case GRANTED -> Glyph.CIRCLE_CHECK;
                    case REFUSED -> Glyph.CIRCLE_X;
                    case EXPIRED -> Glyph.HOURGLASS;
                };
        return new SeverityBadge(severity, glyph, say(status.key()));
    }
}
