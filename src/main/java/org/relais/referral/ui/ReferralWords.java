package org.relais.referral.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.Section;
import org.relais.referral.Obstacle;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.ReferralState;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.SeverityBadge;

/** How referrals are put into words and signs, in one language. */
final class ReferralWords {

    private final ReferralDesk desk;
    private final Locale locale;

    ReferralWords(ReferralDesk desk, Locale locale) {
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

    String date(Instant instant, CentreId centre) {
        return date(desk.centres().centre(centre).serviceDay().of(instant));
    }

    String sections(Collection<Section> sections) {
        return sections.stream().sorted().map(section -> say(section.key())).collect(Collectors.joining(", "));
    }

    /** Why a letter may not go, a sentence each. */
    List<String> obstacles(List<Obstacle> obstacles) {
        return obstacles.stream().map(this::obstacle).toList();
    }

    private String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NoConsent() -> say("referral.obstacle.no-consent");
            case Obstacle.Expired(var on) -> say("referral.obstacle.expired", date(on));
            case Obstacle.Withdrawn(var on) -> say("referral.obstacle.withdrawn", date(on));
            case Obstacle.OtherPurpose(var given) -> say("referral.obstacle.other-purpose", say(given.key()));
            case Obstacle.NotIncluded(var section) -> say("referral.obstacle.not-included", say(section.key()));
            case Obstacle.NotTold(var topic) -> say("referral.obstacle.not-told", say(topic.key()));
            case Obstacle.ToldUntil(var day) -> say("referral.obstacle.told-until", date(day));
            case Obstacle.NeverTold(var section) -> say("referral.obstacle.never-told", say(section.key()));
            case Obstacle.Gone() -> say("referral.obstacle.gone");
        };
    }

    SeverityBadge state(ReferralState state) {
        return new SeverityBadge(severity(state), glyph(state), say(state.key()));
    }

    /** When the next thing should be known: how late, or how soon. */
    SeverityBadge due(PartnerReferralRow row) {
        return Lateness.days(row.daysLeft());
    }

    static Glyph glyph(ReferralState state) {
        return switch (state) {
            case DRAFT -> Glyph.CIRCLE_DASHED;
            case CONSENTED -> Glyph.SHIELD_CHECK;
            case SENT -> Glyph.SEND;
            case RECEIVED -> Glyph.MAIL;
            case WAITLISTED -> Glyph.HOURGLASS;
            case APPOINTMENT -> Glyph.CALENDAR_DAYS;
            case ACCEPTED, ATTENDED, CLOSED -> Glyph.CIRCLE_CHECK;
            case REFUSED, WITHDRAWN -> Glyph.CIRCLE_X;
            case NO_SHOW -> Glyph.USER_X;
        };
    }

    private static Severity severity(ReferralState state) {
        return switch (state) {
            case DRAFT, CONSENTED, WITHDRAWN, CLOSED -> Severity.NEUTRAL;
            case SENT, RECEIVED, APPOINTMENT -> Severity.INFO;
            case WAITLISTED, REFUSED, NO_SHOW -> Severity.WARNING;
            case ACCEPTED, ATTENDED -> Severity.OK;
        };
    }
}
