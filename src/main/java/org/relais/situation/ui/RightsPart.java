package org.relais.situation.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.Severity;
import org.relais.situation.RightRow;
import org.relais.situation.RightStatus;
import org.relais.situation.StaleRight;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Lateness;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** The rights and benefits of a person, those with the nearest day first. */
final class RightsPart extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private transient Grant grant;

    RightsPart(SocialDesk desk, SituationWords words, Grant grant) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        var history = desk.rights().of(grant);
        if (history.withheld()) {
            add(new NoticeBar(
                    Severity.INFO, getTranslation("situation.withheld"), getTranslation("situation.withheld.text")));
        }
        if (history.rights().isEmpty()) {
            add(new EmptyState(
                    Glyph.LANDMARK,
                    getTranslation("situation.rights.none"),
                    getTranslation("situation.rights.none.text"),
                    adding()));
            return;
        }
        var panel = new Panel(getTranslation("situation.rights.title"));
        panel.setCount(history.rights().size());
        var adding = adding();
        if (adding != null) {
            panel.addToHeader(adding);
        }
        panel.addContent(
                table(history.rights()), new RuleMark(desk.lists().rights().rule(), words));
        add(panel);
    }

    private Div table(List<RightRow> rights) {
        var table = new NativeTable();
        table.addClassNames("relais-plain-table", "relais-rights-table");
        var head = new NativeTableRow();
        for (var column : new String[] {"right", "status", "due", "amount", "action"}) {
            var cell = new NativeTableHeaderCell(getTranslation("situation.rights.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        rights.forEach(right -> table.getBody().add(row(right)));
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        return scroller;
    }

    private NativeTableRow row(RightRow right) {
        var name = new NativeTableHeaderCell(new Span(words.right(right)));
        name.getElement().setAttribute("scope", "row");
        if (right.standing().note() != null) {
            var note = new Paragraph(right.standing().note());
            note.addClassNames("relais-meta", "relais-small-text");
            name.add(note);
        }
        var amount = right.standing().amount();
        var money = new NativeTableCell(amount == null ? "" : words.money(amount, right.currency()));
        money.addClassName("relais-numeric");
        return new NativeTableRow(
                name, new NativeTableCell(words.right(right, right.status())), due(right), money, menu(right));
    }

    private NativeTableCell due(RightRow right) {
        var cell = new NativeTableCell();
        var day = right.standing().dueOn();
        if (day != null && right.daysLeft() != null) {
            var date = new Span(getTranslation(
                    right.status() == RightStatus.GRANTED ? "situation.rights.until" : "situation.rights.by",
                    words.date(day)));
            date.addClassName("relais-numeric");
            cell.add(date);
            if (right.status() != RightStatus.GRANTED
                    || desk.lists().rights().reminder(right.daysLeft()).isPresent()) {
                cell.add(Lateness.days(right.daysLeft()));
            }
        }
        return cell;
    }

    private NativeTableCell menu(RightRow right) {
        var bar = new MenuBar();
        bar.addThemeName("tertiary");
        var item = bar.addItem(Glyph.ELLIPSIS.create());
        item.setAriaLabel(getTranslation("situation.rights.menu", words.right(right)));
        if (grant.mayWrite(Section.SOCIAL) && grant.centres().contains(right.centre())) {
            right.status()
                    .next()
                    .forEach(next -> item.getSubMenu()
                            .addItem(
                                    getTranslation(
                                            next == right.status()
                                                    ? "situation.rights.renew"
                                                    : "situation.rights.move."
                                                            + next.name()
                                                                    .toLowerCase(java.util.Locale.ROOT)
                                                                    .replace('_', '-')),
                                    event -> move(right, next)));
        }
        item.getSubMenu().addItem(getTranslation("situation.rights.history"), event -> history(right));
        return new NativeTableCell(bar);
    }

    private void move(RightRow right, RightStatus next) {
        RightDialog.move(words, right, next, command -> {
                    try {
                        desk.rights().change(desk.write(grant.person()), command);
                    } catch (StaleRight stale) {
                        draw();
                        throw stale;
                    }
                    draw();
                    Toast.success(getTranslation("situation.rights.moved", getTranslation(next.key())));
                })
                .open();
    }

    private @Nullable Button adding() {
        if (!grant.mayWrite(Section.SOCIAL) || grant.centres().isEmpty()) {
            return null;
        }
        var button = new Button(
                getTranslation("situation.rights.add"),
                Glyph.PLUS.create(),
                event -> RightDialog.add(words, desk.lists().rights(), desk.centres(grant.centres()), command -> {
                            desk.rights().add(desk.write(grant.person()), command);
                            draw();
                            Toast.success(getTranslation("situation.rights.added"));
                        })
                        .open());
        button.addThemeName("primary");
        return button;
    }

    private void history(RightRow right) {
        var list = new UnorderedList();
        list.addClassName("relais-states-list");
        desk.rights().history(desk.access().fresh(grant), right.id()).forEach(change -> {
            var standing = change.standing();
            var item = new ListItem(words.right(standing.status()));
            if (standing.since() != null) {
                item.add(new Span(getTranslation("situation.period.since", words.date(standing.since()))));
            }
            if (standing.dueOn() != null) {
                item.add(new Span(getTranslation("situation.rights.by", words.date(standing.dueOn()))));
            }
            var told = new Span(words.told(change.changedBy(), change.changedAt(), right.centre()));
            told.addClassNames("relais-meta", "relais-small-text");
            item.add(told);
            if (standing.note() != null) {
                item.add(new Paragraph(standing.note()));
            }
            list.add(item);
        });
        var dialog = new Dialog(list);
        dialog.setHeaderTitle(words.right(right));
        dialog.getFooter().add(new Button(getTranslation("uikit.close"), event -> dialog.close()));
        dialog.open();
    }
}
