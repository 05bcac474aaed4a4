package org.relais.agenda.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.agenda.AppointmentCursor;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.GroupRow;
import org.relais.agenda.PastAppointments;
import org.relais.agenda.SeenAppointment;
import org.relais.shared.AppointmentId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** A person's appointments: those that lie ahead, their groups, and the past ones page by page. */
final class PersonAppointmentList extends Div {

    private final transient AgendaDesk desk;
    private final transient AgendaWords words;
    private transient Grant grant;
    private transient @Nullable AppointmentId touched;

    PersonAppointmentList(AgendaDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        words = new AgendaWords(desk, getLocale());
        addClassName("relais-appointments");
        load();
    }

    private void loadAt(AppointmentId changed) {
        touched = changed;
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        var read = desk.appointments().of(grant);
        var groups = desk.groups().of(grant);
        removeAll();
        if (mayWrite()) {
            var book = new BusyButton(getTranslation("agenda.book"), Glyph.CALENDAR_PLUS, this::openForm);
            book.addThemeName("primary");
            var join = new BusyButton(getTranslation("agenda.group.join"), Glyph.USERS_ROUND, this::openJoin);
            var head = new Div(book, join);
            head.addClassName("relais-appointments-head");
            add(head);
        }
        if (read.isEmpty() && groups.isEmpty()) {
            add(new EmptyState(
                    Glyph.CALENDAR_DAYS,
                    getTranslation("agenda.empty.title"),
                    getTranslation("agenda.empty.text"),
                    null));
            return;
        }
        add(new H3(getTranslation("agenda.upcoming")));
        add(read.upcoming().isEmpty() ? hint("agenda.upcoming.none") : createList(read.upcoming()));
        if (read.moreUpcoming()) {
            add(hint("agenda.upcoming.more", read.upcoming().size()));
        }
        if (read.elsewhere() > 0) {
            add(hint("agenda.elsewhere", read.elsewhere()));
        }
        if (!groups.isEmpty()) {
            add(new H3(getTranslation("agenda.groups.of-person")), createGroups(groups));
        }
        if (!read.past().rows().isEmpty()) {
            add(new H3(getTranslation("agenda.past")));
            addPast(read.past());
        }
    }

    private void addPast(PastAppointments past) {
        add(createList(past.rows()));
        if (past.next() != null) {
            add(createOlder(past.next()));
        }
    }

    private Component createOlder(AppointmentCursor before) {
        var place = new Div();
        place.add(new BusyButton(getTranslation("agenda.past.older"), () -> {
            place.removeFromParent();
            grant = desk.access().fresh(grant);
            addPast(desk.appointments().before(grant, before));
        }));
        return place;
    }

    private Component createList(List<SeenAppointment> appointments) {
        var acts = new AppointmentActs(desk, words, grant.person(), this::loadAt);
        var list = new UnorderedList();
        list.addClassName("relais-appointment-rows");
        appointments.forEach(seen -> list.add(createRow(seen, acts)));
        return list;
    }

    private ListItem createRow(SeenAppointment seen, AppointmentActs acts) {
        var when = new Span(words.when(seen.startsAt(), seen.endsAt(), seen.centre()));
        when.addClassNames("relais-numeric", "relais-appointment-when");
        var row = seen.row();
        if (row == null) {
            var taken = new Span(getTranslation("agenda.existence"));
            taken.addClassNames("relais-meta", "relais-grow");
            return new ListItem(when, Glyph.LOCK.create(), taken);
        }
        var title = new Span(words.title(row));
        title.addClassName("relais-appointment-title");
        var detail = new Span(detail(row));
        detail.addClassNames("relais-meta", "relais-small-text");
        var text = new Div(title, detail);
        text.addClassName("relais-grow");
        var line = new ListItem(
                when,
                new DisciplineTile(row.discipline(), AgendaWords.glyph(row.kind())).small(),
                text,
                words.state(row.state()));
        line.setId("appointment-" + row.id());
        if (grant.centres().contains(row.centre())) {
            var buttons = new Div();
            buttons.addClassName("relais-agenda-acts");
            acts.buttons(row, () -> {}).forEach(buttons::add);
            line.add(buttons);
            if (row.id().equals(touched)) {
                // What was pressed is gone; the focus stays with the appointment
                title.getElement().setAttribute("tabindex", "-1");
                title.getElement().callJsFunction("focus");
            }
        }
        return line;
    }

    private String detail(AppointmentRow row) {
        var detail = words.detail(row);
        var staff = words.names(row.staff());
        return detail.isEmpty() ? staff : detail + " · " + staff;
    }

    private Component createGroups(List<GroupRow> groups) {
        var list = new UnorderedList();
        list.addClassName("relais-appointment-rows");
        for (var group : groups) {
            var name = new Span(group.name());
            name.addClassNames("relais-grow", "relais-appointment-title");
            var line = new ListItem(
                    new DisciplineTile(group.discipline(), Glyph.USERS_ROUND).small(),
                    name,
                    new Span(words.names(group.staff())));
            if (mayWrite()) {
                var leave = new BusyButton(
                        getTranslation("agenda.group.leave"),
                        () -> new FieldErrors().run(() -> {
                            desk.groups().leave(desk.write(grant.person()), group.id());
                            load();
                            Toast.success(getTranslation("agenda.group.left", group.name()));
                        }));
                leave.addThemeNames("small", "tertiary");
                leave.setAriaLabel(getTranslation("agenda.group.leave") + " " + group.name());
                line.add(leave);
            }
            list.add(line);
        }
        return list;
    }

    private boolean mayWrite() {
        return grant.mayWrite(Section.PLAN) && !grant.centres().isEmpty();
    }

    private void openForm() {
        new BookDialog(desk, desk.centres(grant.centres()), grant.person(), null, this::load).open();
    }

    private void openJoin() {
        new JoinDialog(desk, grant, this::load).open();
    }

    private Paragraph hint(String key, Object... arguments) {
        var hint = new Paragraph(getTranslation(key, arguments));
        hint.addClassNames("relais-meta", "relais-small-text");
        return hint;
    }
}
