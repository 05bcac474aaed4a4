package org.relais.exchange.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Centre;
import org.relais.exchange.ExchangeRoutes;
import org.relais.exchange.StagedFile;
import org.relais.exchange.StagedState;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** A file that waits: whom it is about, what it waits for, and the counts. */
final class StagedCard extends Article {

    StagedCard(StagedFile row, Centre centre) {
        var formats = new Formats(getLocale(), centre.serviceDay().zone());
        addClassName("relais-referral");
        var link = new Anchor(ExchangeRoutes.staged(row.id()), StagedWords.title(this, row));
        link.setRouterIgnore(false);
        link.addClassName("relais-strong");
        var head = new Div(link, StagedWords.badge(this, row.state()), new Span(centre.name()));
        head.addClassName("relais-referral-head");
        var from = new Div(getTranslation("exchange.list.from", row.file(), row.source()));
        from.addClassNames("relais-meta", "relais-referral-file");
        var times = new Span(
                row.state().waits()
                        ? getTranslation(
                                "exchange.staged.until",
                                formats.dateTime(row.stagedAt()),
                                formats.date(row.expiresAt()))
                        : getTranslation("exchange.staged.at", formats.dateTime(row.stagedAt())));
        times.addClassName("relais-meta");
        var counts = new Div(
                new SeverityBadge(
                        Severity.NEUTRAL,
                        Glyph.CIRCLE_CHECK,
                        getTranslation("exchange.staged.would-take", row.wouldTake())),
                new SeverityBadge(
                        Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("exchange.list.left-out", row.leftOut())),
                times);
        counts.addClassName("relais-referral-head");
        add(head, from, counts);
        if (row.state() == StagedState.DECLINED && row.reason() != null) {
            add(new Div(getTranslation("exchange.staged.reason", row.reason())));
        }
    }
}
