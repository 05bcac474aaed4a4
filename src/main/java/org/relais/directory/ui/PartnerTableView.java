package org.relais.directory.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;

import org.relais.directory.DirectoryRoutes;
import org.relais.directory.Partner;
import org.relais.directory.PartnerField;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** Partners as a table, which grows page by page. */
final class PartnerTableView extends NativeTable {

    private static final List<PartnerField> COLUMNS =
            List.of(PartnerField.NAME, PartnerField.NEEDS, PartnerField.PLACE, PartnerField.LANGUAGES);

    private final transient DirectoryWords words;
    private final transient QueryParameters query;
    private final int days;

    /** @param query kept in the link to each partner */
    PartnerTableView(DirectoryWords words, QueryParameters query, int days) {
        this.words = words;
        this.query = query;
        this.days = days;
        addClassName("relais-directory-table");
        var head = new NativeTableRow();
        COLUMNS.forEach(column -> head.add(header(words.say(column.key()))));
        head.add(header(words.say("directory.list.verified")));
        getHead().add(head);
    }

    void append(List<Partner> partners) {
        partners.forEach(partner -> getBody().add(row(partner)));
    }

    boolean isEmptyList() {
        return getBody().getChildren().findAny().isEmpty();
    }

    private NativeTableRow row(Partner partner) {
        var details = partner.details();
        return new NativeTableRow(
                new NativeTableCell(name(partner)),
                new NativeTableCell(new Span(words.needs(details.needs()))),
                new NativeTableCell(new Span(words.value(details, PartnerField.PLACE))),
                new NativeTableCell(new Span(words.languages(details.languages()))),
                new NativeTableCell(words.verification(partner, days)));
    }

    private Component name(Partner partner) {
        var text = query.getQueryString();
        var link =
                new Anchor(DirectoryRoutes.partner(partner.id()) + (text.isEmpty() ? "" : "?" + text), partner.name());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("relais-strong");
        var marks = new Span();
        marks.addClassName("relais-directory-marks");
        if (partner.details().safePlace()) {
            marks.add(new SeverityBadge(Severity.INFO, Glyph.HOUSE, words.say("directory.safe-place")));
        }
        if (partner.details().peerLed()) {
            marks.add(new SeverityBadge(Severity.INFO, Glyph.HEART_HANDSHAKE, words.say("directory.peer-led")));
        }
        if (partner.details().withdrawn()) {
            marks.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, words.say("directory.withdrawn")));
        }
        var both = new Span(link, marks);
        both.addClassName("relais-column");
        return both;
    }

    private static NativeTableHeaderCell header(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
