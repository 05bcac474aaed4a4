package org.relais.situation.ui;

import java.util.List;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsHistory;
import org.relais.situation.NeedsRating;
import org.relais.uikit.Panel;

/**
 * How needs moved: one dot a domain and rating, as large as its level, the oldest on the left. The drawing is a table:
 * each dot holds its number. Below it, what was corrected.
 */
final class NeedsCourse extends Div {

    /** The most ratings that stand side by side. */
    private static final int MOST = 12;

    private final transient SocialDesk desk;
    private final transient SituationWords words;

    NeedsCourse(SocialDesk desk, SituationWords words, NeedsHistory history) {
        this.desk = desk;
        this.words = words;
        addClassName("relais-column");
        var shown = history.holding().stream().limit(MOST).toList().reversed();
        if (shown.size() > 1) {
            add(new Panel(getTranslation("situation.needs.course"), matrix(shown)));
        }
        var corrected = history.ratings().stream().filter(one -> !one.holds()).toList();
        if (!corrected.isEmpty()) {
            add(new Details(getTranslation("situation.corrected", corrected.size()), list(corrected)));
        }
    }

    private Div matrix(List<NeedsRating> ratings) {
        var table = new NativeTable();
        table.addClassNames("relais-plain-table", "relais-needs-course");
        var head = new NativeTableRow(columnHead(getTranslation("situation.needs.column.domain")));
        ratings.forEach(rating -> {
            var cell = columnHead(words.date(rating.assessedOn()));
            var occasion = new Span(getTranslation(rating.occasion().key()));
            occasion.addClassNames("relais-meta", "relais-small-text");
            cell.add(occasion);
            head.add(cell);
        });
        table.getHead().add(head);
        desk.lists().matrix().domains().forEach(domain -> table.getBody().add(row(domain, ratings)));
        table.getBody().add(means(ratings));
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        return scroller;
    }

    private NativeTableRow row(NeedDomain domain, List<NeedsRating> ratings) {
        var row = new NativeTableRow(rowHead(getTranslation(domain.key())));
        for (var rating : ratings) {
            var matrix = desk.lists().matrix(rating.rule());
            row.add(rating.level(domain)
                    .map(level -> new NativeTableCell(words.dot(matrix, level)))
                    .orElseGet(() -> new NativeTableCell(getTranslation("situation.level.open"))));
        }
        return row;
    }

    private NativeTableRow means(List<NeedsRating> ratings) {
        var row = new NativeTableRow(rowHead(getTranslation("situation.needs.column.mean")));
        for (var rating : ratings) {
            var mean = rating.mean();
            var cell = new NativeTableCell(
                    mean == null ? getTranslation("situation.needs.column.no-mean") : words.number(mean));
            cell.addClassNames("relais-numeric", "relais-strong");
            row.add(cell);
        }
        return row;
    }

    private UnorderedList list(List<NeedsRating> corrected) {
        var list = new UnorderedList();
        corrected.forEach(rating -> list.add(new ListItem(getTranslation(
                "situation.needs.corrected",
                words.date(rating.assessedOn()),
                getTranslation(rating.occasion().key()),
                words.told(rating.signedBy(), rating.signedAt(), rating.centre())))));
        return list;
    }

    private static NativeTableHeaderCell columnHead(String text) {
        var cell = new NativeTableHeaderCell(new Span(text));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableHeaderCell rowHead(String text) {
        var cell = new NativeTableHeaderCell(new Span(text));
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }
}
