package org.relais.record.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Lateness;
import org.relais.worklist.DueRow;

/** What is due for the person, most late first. */
final class DueList extends Section {

    private static final int MOST = 8;

    /** @param acts what can be done with a row right here; empty where it is done elsewhere */
    DueList(List<DueRow> due, PageWords words, Function<DueRow, Optional<Component>> acts) {
        addClassName("relais-due-list");
        add(new H2(getTranslation("record.due")));
        if (due.isEmpty()) {
            var nothing = new Paragraph(getTranslation("record.due.none"));
            nothing.addClassName("relais-meta");
            add(nothing);
            return;
        }
        var list = new UnorderedList();
        due.stream()
                .limit(MOST)
                .map(row -> createRow(row, words, acts.apply(row)))
                .forEach(list::add);
        add(list);
        if (due.size() > MOST) {
            var rest = new Paragraph(getTranslation("record.due.more", due.size() - MOST));
            rest.addClassName("relais-meta");
            add(rest);
        }
    }

    private ListItem createRow(DueRow row, PageWords words, Optional<Component> acts) {
        var title = row.title().words(this::getTranslation);
        Component name = row.path() == null ? new Span(title) : new Anchor(row.path(), title);
        var assignee = row.assignee() == null ? "" : " · " + words.name(row.assignee());
        var when = new Span(getTranslation("record.due.planned", planned(row, words)) + assignee);
        when.addClassNames("relais-meta", "relais-small-text", "relais-numeric");
        var text = new Div(name, when);
        text.addClassName("relais-grow");
        var day = words.centres().centre(row.centre()).serviceDay();
        var item = new ListItem(
                new DisciplineTile(row.discipline()).small(),
                text,
                Lateness.of(row.dueAt(), row.dueOn(), words.now(), day));
        item.setClassName("relais-late", row.late());
        acts.ifPresent(item::add);
        return item;
    }

    private static String planned(DueRow row, PageWords words) {
        var formats = words.formats();
        if (row.dueOn() != null) {
            return formats.shortDate(row.dueOn());
        }
        return formats.day(row.dueAt()).equals(words.today())
                ? formats.time(row.dueAt())
                : formats.shortDate(formats.day(row.dueAt())) + " " + formats.time(row.dueAt());
    }
}
