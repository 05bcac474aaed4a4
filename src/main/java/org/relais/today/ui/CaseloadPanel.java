package org.relais.today.ui;

import java.time.Clock;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.person.PersonRoutes;
import org.relais.today.CaseRow;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** Whom the reader follows: what is due for each, how late it is, and what is worth knowing. The most late first. */
class CaseloadPanel extends Panel {

    /** How many people stand there before somebody asks for all. */
    static final int FIRST = 8;

    private final transient Clock clock;
    private final NativeTable table = new NativeTable();

    CaseloadPanel(List<CaseRow> rows, Clock clock) {
        super(text("today.caseload"));
        this.clock = clock;
        flush();
        setCount(rows.size());
        if (rows.isEmpty()) {
            addContent(new EmptyState(
                    Glyph.USERS,
                    getTranslation("today.caseload.empty.title"),
                    getTranslation("today.caseload.empty.text"),
                    null));
            return;
        }
        table.addClassName("relais-caseload");
        table.getElement().setAttribute("aria-label", getTranslation("today.caseload"));
        var head = table.getHead().addRow();
        for (var column : List.of("person", "what", "due", "flags")) {
            var cell = new NativeTableHeaderCell(getTranslation("today.caseload." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        rows.stream().limit(FIRST).forEach(this::addRow);
        var scroll = new Div(table);
        scroll.addClassName("relais-scroll");
        addContent(scroll);
        if (rows.size() > FIRST) {
            addToHeader(createAll(rows.subList(FIRST, rows.size())));
        }
    }

    private Component createAll(List<CaseRow> rest) {
        var all = new Button(getTranslation("today.caseload.all", rest.size()));
        all.addThemeNames("tertiary", "small");
        all.addClickListener(_ -> {
            rest.forEach(this::addRow);
            all.removeFromParent();
        });
        return all;
    }

    private void addRow(CaseRow row) {
        var line = new NativeTableRow();
        line.setClassName("relais-late", row.daysLate() > 0);
        var name = new Anchor(PersonRoutes.record(row.person()), row.name().display());
        name.addClassName("relais-strong");
        line.add(new NativeTableCell(name), what(row), due(row), flags(row));
        table.getBody().add(line);
    }

    private NativeTableCell what(CaseRow row) {
        var due = row.due();
        if (due == null) {
            var nothing = new Span(getTranslation("today.caseload.nothing"));
            nothing.addClassName("relais-meta");
            return new NativeTableCell(nothing);
        }
        var cell = new NativeTableCell(new Anchor(due.path(), due.title().words(this::getTranslation)));
        if (row.more() > 0) {
            var more = new Span(getTranslation("today.caseload.more", row.more()));
            more.addClassNames("relais-meta", "relais-numeric");
            cell.add(more);
        }
        return cell;
    }

    private NativeTableCell due(CaseRow row) {
        var due = row.due();
        return due == null
                ? new NativeTableCell()
                : new NativeTableCell(Lateness.of(due.at(), due.dueOn(), clock.instant(), due.day()));
    }

    private NativeTableCell flags(CaseRow row) {
        var cell = new NativeTableCell();
        cell.addClassName("relais-caseload-flags");
        row.flags()
                .forEach(flag -> cell.add(new SeverityBadge(
                        flag.severity(), Glyph.FLAG, flag.words().words(this::getTranslation))));
        return cell;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
