package org.relais.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.centre.Centre;
import org.relais.exchange.ReferralRow;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One referral: the person, the file, and behind a click the account of every type of entry. */
final class ReferralCard extends Article {

    private final transient ReferralRow row;
    private final transient Formats formats;

    ReferralCard(ReferralRow row, Centre centre) {
        this.row = row;
        this.formats = new Formats(getLocale(), centre.serviceDay().zone());
        addClassName("relais-referral");
        var head = new Div(createPerson(), new Span(formats.dateTime(row.importedAt())), new Span(centre.name()));
        head.addClassName("relais-referral-head");
        var from = new Div(getTranslation("exchange.list.from", row.file(), row.source()));
        from.addClassNames("relais-meta", "relais-referral-file");
        var counts = new Div(
                new SeverityBadge(
                        Severity.NEUTRAL, Glyph.CIRCLE_CHECK, getTranslation("exchange.list.kept", row.kept())),
                new SeverityBadge(
                        Severity.NEUTRAL,
                        Glyph.CIRCLE_DASHED,
                        getTranslation("exchange.list.left-out", row.leftOut())));
        counts.addClassName("relais-referral-head");
        var account = new Details(
                getTranslation("exchange.list.account"),
                new AccountTable(row.types(), formats, true),
                AccountTable.parts(row.parts()));
        add(head, from, counts, account);
    }

    private Component createPerson() {
        var name = row.name();
        if (name == null) {
            return new Span(getTranslation("exchange.list.unnamed"));
        }
        var link = new Anchor(PersonRoutes.record(row.person()), name.display() + " · " + name.fileNumber());
        link.addClassName("relais-strong");
        return link;
    }
}
