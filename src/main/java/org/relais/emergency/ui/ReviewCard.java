package org.relais.emergency.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.EmergencyReview;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** One emergency access that waits for its review. */
class ReviewCard extends Panel {

    private final transient EmergencyReview review;
    private final transient ReviewWords words;

    ReviewCard(EmergencyReview review, ReviewWords words) {
        super(words.who(review));
        this.review = review;
        this.words = words;
        addClassName("relais-emergency-review");
        addToHeader(words.lateness(review));
    }

    /**
     * With the person, what was explained, and the way to the review.
     *
     * @param name null where the reader's own lists would not name the person
     */
    ReviewCard forCoordinator(@Nullable PersonName name, Runnable open) {
        addContent(about(name == null ? new Span(getTranslation("emergency.review.unnamed")) : link(name)), reason());
        var quote = new Paragraph(review.explanation());
        quote.addClassName("relais-emergency-quote");
        addContent(quote);
        if (words.stillOpen(review)) {
            addContent(new SeverityBadge(
                    Severity.WARNING,
                    Glyph.KEY_ROUND,
                    getTranslation("emergency.review.still-open", words.until(review, getLocale()))));
        } else {
            var button = new Button(getTranslation("emergency.review.open"), Glyph.GAVEL.create(), _ -> open.run());
            button.setAriaLabel(getTranslation("emergency.review.open.of", words.who(review)));
            addContent(button);
        }
        return this;
    }

    /** With nothing of the person but the number of the record: for whoever watches that reviews are done. */
    ReviewCard withoutPerson() {
        var number = review.person().toString();
        addContent(
                about(new Span(getTranslation("emergency.review.record", number.substring(number.length() - 12)))),
                reason());
        return this;
    }

    private Component about(Component person) {
        var when = new Span(words.time(review, getLocale()));
        when.addClassName("relais-numeric");
        var due = new Span(getTranslation("emergency.review.due", words.dueOn(review, getLocale())));
        var about = new Div(person, when, new Span(words.centre(review)), due);
        about.addClassNames("relais-emergency-about", "relais-secondary");
        return about;
    }

    private Component reason() {
        var reason = new Div(new Span(getTranslation(review.reason().key())));
        reason.addClassName("relais-strong");
        return reason;
    }

    private static Anchor link(PersonName name) {
        return new Anchor(PersonRoutes.record(name.person()), name.display() + " · " + name.fileNumber());
    }
}
