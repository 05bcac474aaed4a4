package org.relais.oversight.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;

import org.relais.oversight.CardCount;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.UnusualCard;

/** The unusual accesses of a day in numbers; each card leads to its list. */
final class UnusualCards extends Nav {

    /** The six of the desk; what else the rules find stands in the list. */
    private static final List<UnusualCard> SHOWN = List.of(
            UnusualCard.EMERGENCY,
            UnusualCard.NAME_OR_ADDRESS,
            UnusualCard.COLLEAGUE,
            UnusualCard.PROTECTED,
            UnusualCard.OUT_OF_HOURS,
            UnusualCard.VOLUME);

    UnusualCards(List<CardCount> counts, UnusualWords words) {
        addClassName("relais-unusual-cards");
        setAriaLabel(getTranslation("oversight.unusual.title"));
        counts.stream().filter(count -> SHOWN.contains(count.card())).forEach(count -> add(card(count, words)));
        var waiting = counts.stream().mapToInt(CardCount::waiting).sum();
        var all = new Anchor(OversightRoutes.UNUSUAL, getTranslation("oversight.unusual.flagged", waiting));
        all.addComponentAsFirst(org.relais.uikit.Glyph.SHIELD_ALERT.create());
        all.addClassName("relais-unusual-all");
        add(all);
    }

    private Anchor card(CardCount count, UnusualWords words) {
        var name = new Span(getTranslation(count.card().key()));
        var title = new Div(UnusualWords.glyph(count.card()).create(), name);
        title.addClassNames("relais-unusual-card-title", "relais-secondary");
        var number = new Span(String.valueOf(count.found()));
        number.addClassNames("relais-unusual-card-number", "relais-numeric");
        number.getElement().setAttribute("title", getTranslation("oversight.unusual.card.today"));
        var line = new Div(number, words.waiting(count));
        line.addClassName("relais-unusual-card-line");
        if (count.records() > 0) {
            var records = new Span(getTranslation("oversight.unusual.card.records", count.records()));
            records.addClassNames("relais-meta", "relais-small-text");
            line.add(records);
        }
        var card = new Anchor(link(count.card()));
        card.addClassName("relais-unusual-card");
        card.add(title, line);
        return card;
    }

    static String link(UnusualCard card) {
        return OversightRoutes.UNUSUAL + "?"
                + QueryParameters.simple(Map.of(UnusualView.CARD, LogWords.key(card.name())))
                        .getQueryString();
    }
}
