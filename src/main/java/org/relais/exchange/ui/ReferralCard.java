package org.relais.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.centre.Centre;
import org.relais.exchange.ReferralRow;
import org.relais.exchange.TypeResult;
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
        var account = new Details(getTranslation("exchange.list.account"), createTable(), createParts());
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

    private Component createTable() {
        var table = new NativeTable();
        table.addClassNames("relais-referral-types", "relais-numeric");
        table.getElement().setAttribute("aria-label", getTranslation("exchange.list.account"));
        var titles = new NativeTableRow();
        for (var key : new String[] {"type", "in-file", "imported", "already-there", "left-out"}) {
            var cell = new NativeTableHeaderCell(getTranslation("exchange.field." + key));
            cell.getElement().setAttribute("scope", "col");
            titles.add(cell);
        }
        var head = new NativeTableHeader();
        head.add(titles);
        var body = new NativeTableBody();
        row.types().forEach(type -> body.add(createRow(type)));
        table.add(head, body);
        return table;
    }

    private NativeTableRow createRow(TypeResult type) {
        var leftOut = new NativeTableCell();
        leftOut.add(new Div(formats.number(type.leftOut())));
        type.reasons().forEach(reason -> {
            var why = new Div(getTranslation("exchange.list.reason", reason.count(), getTranslation(reason.key())));
            why.addClassName("relais-meta");
            leftOut.add(why);
        });
        var name = new NativeTableHeaderCell(getTranslation(type.key()));
        name.getElement().setAttribute("scope", "row");
        var line = new NativeTableRow();
        line.add(
                name,
                new NativeTableCell(formats.number(type.inFile())),
                new NativeTableCell(formats.number(type.imported())),
                new NativeTableCell(formats.number(type.alreadyThere())),
                leftOut);
        return line;
    }

    private Component createParts() {
        var list = new UnorderedList();
        list.addClassName("relais-meta");
        list.setVisible(!row.parts().isEmpty());
        row.parts()
                .forEach(part -> list.add(new ListItem(
                        getTranslation("exchange.list.part", part.path(), part.count(), getTranslation(part.key())))));
        return list;
    }
}
