package org.relais.episode.ui;

import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceOfferState;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** The offers that wait for an answer or for the person to come, and how those of the last days ended. */
class PlaceOfferList extends Panel {

    private final transient PlaceWords words;
    private final transient PlaceActs acts;

    PlaceOfferList(PlaceWords words, PlaceActs acts) {
        super(words.say("episode.offers.title"));
        this.words = words;
        this.acts = acts;
        addClassName("relais-places-offers");
        flush();
    }

    /** @param own the centres the reader works in */
    void show(List<PlaceOffer> offers, Set<CentreId> own) {
        clearContent();
        var live = offers.stream().filter(offer -> offer.state().live()).toList();
        var ended = offers.stream().filter(offer -> !offer.state().live()).toList();
        setCount(live.size());
        if (live.isEmpty()) {
            var none = new Paragraph(words.say("episode.offers.none"));
            none.addClassNames("relais-secondary", "relais-places-none");
            addContent(none);
        } else {
            addContent(list(live, own));
        }
        if (!ended.isEmpty()) {
            addContent(new Details(words.say("episode.offers.ended", ended.size()), list(ended, own)));
        }
    }

    private UnorderedList list(List<PlaceOffer> offers, Set<CentreId> own) {
        var list = new UnorderedList();
        list.addClassName("relais-places-offer-rows");
        offers.forEach(offer -> list.add(item(offer, own)));
        return list;
    }

    private ListItem item(PlaceOffer offer, Set<CentreId> own) {
        var name = offer.name();
        Component who = name == null
                ? new Span(words.person(offer))
                : new Anchor(PersonRoutes.record(name.person()), name.display());
        who.addClassName("relais-strong");
        var place = new Span(words.place(offer));
        place.addClassName("relais-secondary");
        var line = new Span(line(offer));
        line.addClassNames("relais-meta", "relais-numeric");
        var text = new Div(who, place, line);
        text.addClassNames("relais-grow", "relais-places-offer-text");
        var cause = offer.cause();
        var said = offer.reason() != null ? offer.reason() : cause == null ? null : words.say(cause.key());
        if (said != null) {
            var why = new Span(said);
            why.addClassName("relais-places-why");
            text.add(why);
        }
        var item = new ListItem(badge(offer), text);
        if (offer.state().live()) {
            var buttons = new Div(buttons(offer, own));
            buttons.addClassName("relais-actions");
            item.add(buttons);
        }
        return item;
    }

    private String line(PlaceOffer offer) {
        return switch (offer.state()) {
            case OFFERED ->
                words.say(
                        "episode.offer.line.offered",
                        words.day(offer.toCentre(), offer.beginsOn()),
                        words.moment(offer.toCentre(), offer.holdsUntil()),
                        words.colleague(offer));
            case ACCEPTED -> words.say("episode.offer.line.accepted", words.day(offer.toCentre(), offer.beginsOn()));
            default ->
                offer.ended() == null
                        ? ""
                        : words.say("episode.offer.line.ended", words.moment(offer.toCentre(), offer.ended()));
        };
    }

    private Component[] buttons(PlaceOffer offer, Set<CentreId> own) {
        var person = words.person(offer);
        var mine = offer.name() != null && own.contains(offer.fromCentre());
        var withdraw = new Button(words.say("episode.offer.withdraw.verb"), _ -> acts.withdraw(offer));
        withdraw.addThemeName("tertiary");
        var decline = new Button(words.say("episode.offer.decline.action"), _ -> acts.decline(offer));
        var first = offer.state() == PlaceOfferState.OFFERED
                ? new BusyButton(words.say("episode.offer.accept.action"), () -> acts.accept(offer))
                : new BusyButton(words.say("episode.admit.verb"), () -> acts.admit(offer));
        first.addThemeName("primary");
        var there = offer.state() == PlaceOfferState.ACCEPTED && own.contains(offer.toCentre());
        first.setVisible(offer.name() != null && (offer.state() == PlaceOfferState.OFFERED ? mine : there));
        decline.setVisible(mine || (offer.name() != null && there));
        for (var button : List.of(first, decline, withdraw)) {
            button.addThemeName("small");
            button.setAriaLabel(words.say("episode.offer.act", button.getText(), person));
        }
        return new Component[] {first, decline, withdraw};
    }

    private SeverityBadge badge(PlaceOffer offer) {
        var word = words.say(offer.state().key());
        return switch (offer.state()) {
            case OFFERED -> new SeverityBadge(Severity.INFO, Glyph.SEND, word);
            case ACCEPTED, TAKEN_UP -> new SeverityBadge(Severity.OK, Glyph.USER_CHECK, word);
            case EXPIRED -> new SeverityBadge(Severity.WARNING, Glyph.CLOCK_ALERT, word);
            case DECLINED -> new SeverityBadge(Severity.NEUTRAL, Glyph.X, word);
            case WITHDRAWN -> new SeverityBadge(Severity.NEUTRAL, Glyph.UNDO_2, word);
        };
    }
}
