package org.relais.relatives.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.Relation;
import org.relais.person.TellingTopic;
import org.relais.relatives.ContactForm;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** How contacts with relatives are put into words and signs, in one language. */
final class RelativesWords {

    private final RelativesDesk desk;
    private final Locale locale;

    RelativesWords(RelativesDesk desk, Locale locale) {
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
        return new Formats(locale, desk.centre(centre).serviceDay().zone()).dateTime(instant);
    }

    String staff(StaffId id) {
        return desk.staff().find(id).map(StaffCard::name).orElse("");
    }

    /** A relative's name and what they are to the person. */
    String relative(String name, Relation relation) {
        return say("relatives.relative", name, say(relation.key()));
    }

    /** Topics in their order, joined. */
    String topics(Collection<TellingTopic> topics) {
        return topics.stream().sorted().map(topic -> say(topic.key())).collect(Collectors.joining(", "));
    }

    static Glyph glyph(ContactForm form) {
        return switch (form) {
            case CALL_FROM, CALL_TO -> Glyph.PHONE;
            case VISIT -> Glyph.DOOR_OPEN;
            case LETTER -> Glyph.MAIL;
            case MESSAGE -> Glyph.MESSAGE_SQUARE;
        };
    }
}
