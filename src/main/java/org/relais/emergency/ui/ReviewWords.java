package org.relais.emergency.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.access.EmergencyReview;
import org.relais.access.Section;
import org.relais.audit.OpenedSection;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;
import org.relais.uikit.Lateness;

/** Puts into words what the reviews say of who, where and when. */
@org.springframework.stereotype.Component
class ReviewWords {

    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;

    ReviewWords(StaffDirectory directory, Centres centres, Clock clock) {
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
    }

    /** "Maud Lefort, nurse": the role in which it was used. */
    String who(EmergencyReview review) {
        var name = directory.find(review.staff()).map(StaffCard::name).orElse("");
        return name + ", " + I18NProvider.translate(review.role().key());
    }

    String centre(EmergencyReview review) {
        return place(review).name();
    }

    /** From when to when, as the centre counts. */
    String time(EmergencyReview review, Locale locale) {
        var formats = formats(review, locale);
        return I18NProvider.translate(
                "emergency.review.time", formats.dateTime(review.from()), formats.time(review.until()));
    }

    String until(EmergencyReview review, Locale locale) {
        return formats(review, locale).time(review.until());
    }

    String opened(EmergencyReview review, OpenedSection opened, Locale locale) {
        return I18NProvider.translate(
                "emergency.review.opened.section",
                I18NProvider.translate(Section.valueOf(opened.section()).key()),
                formats(review, locale).time(opened.first()));
    }

    String dueOn(EmergencyReview review, Locale locale) {
        return formats(review, locale).date(review.dueOn());
    }

    Component lateness(EmergencyReview review) {
        return Lateness.days(place(review).serviceDay().daysUntil(review.dueOn(), now()));
    }

    boolean stillOpen(EmergencyReview review) {
        return review.until().isAfter(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private Centre place(EmergencyReview review) {
        return centres.centre(review.centre());
    }

    private Formats formats(EmergencyReview review, Locale locale) {
        return new Formats(locale, place(review).serviceDay().zone());
    }
}
