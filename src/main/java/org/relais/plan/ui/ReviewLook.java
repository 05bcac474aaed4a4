package org.relais.plan.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.plan.GoalState;
import org.relais.plan.ReviewMember;
import org.relais.plan.ReviewRow;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** How reviews are put into words and signs, in one language. */
final class ReviewLook {

    private final ReviewDesk desk;
    private final Locale locale;

    ReviewLook(ReviewDesk desk, Locale locale) {
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
        return new Formats(locale, desk.zone(centre)).dateTime(instant);
    }

    String time(Instant instant, CentreId centre) {
        return new Formats(locale, desk.zone(centre)).time(instant);
    }

    String members(ReviewRow review) {
        return review.members().stream()
                .map(member -> switch (member) {
                    case ReviewMember.ThePerson person -> say("plan.review.members.person");
                    case ReviewMember.Colleague(var staff) -> desk.name(staff);
                    case ReviewMember.CloseOne(var id, var name) -> name;
                })
                .collect(Collectors.joining(", "));
    }

    SeverityBadge state(GoalState state) {
        return switch (state) {
            case DRAFT -> new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, say(state.key()));
            case AGREED -> new SeverityBadge(Severity.INFO, Glyph.HANDSHAKE, say(state.key()));
            case IN_PROGRESS -> new SeverityBadge(Severity.INFO, Glyph.CIRCLE_DOT, say(state.key()));
            case ATTAINED, PARTLY_ATTAINED -> new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, say(state.key()));
            case NOT_ATTAINED, ABANDONED_BY_PERSON, OBSOLETE ->
                new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_X, say(state.key()));
        };
    }
}
