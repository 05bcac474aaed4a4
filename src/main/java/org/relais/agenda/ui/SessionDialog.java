package org.relais.agenda.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;

import org.relais.agenda.AppointmentState;
import org.relais.agenda.Attendee;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.GroupSession;
import org.relais.person.PersonName;
import org.relais.shared.AppointmentId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** Who came to a session: each member by name for those who lead the group, a number where the group is open. */
final class SessionDialog extends Dialog {

    private final transient AgendaDesk desk;
    private final transient AgendaWords words;
    private final transient AppointmentId id;
    private final transient Runnable changed;
    private final Div body = new Div();

    SessionDialog(AgendaDesk desk, AgendaWords words, AppointmentId id, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.id = id;
        this.changed = changed;
        addClassName("relais-agenda-session");
        add(body);
        getFooter().add(new Button(getTranslation("uikit.close"), _ -> close()));
        load();
    }

    private void load() {
        var read = desk.groups().session(desk.plan("session"), id);
        var session = read.session();
        setHeaderTitle(getTranslation(
                "agenda.session.title",
                read.group().name(),
                words.when(session.startsAt(), session.endsAt(), session.centre())));
        body.removeAll();
        if (read.group().entry() == GroupEntry.OPEN) {
            body.add(createCount(read));
        } else if (read.attendees().isEmpty()) {
            body.add(new Paragraph(getTranslation("agenda.session.not-yours", read.expected())));
        } else {
            body.add(createList(read));
        }
    }

    private Component createCount(GroupSession read) {
        var heads = new IntegerField(getTranslation("agenda.session.heads"));
        heads.setStepButtonsVisible(true);
        heads.setMin(0);
        heads.setValue(read.session().heads() == null ? 0 : read.session().heads());
        var errors = new FieldErrors().register("heads", heads);
        var save = new BusyButton(
                getTranslation("agenda.session.count"),
                () -> errors.run(() -> {
                    var typed = heads.getValue();
                    desk.appointments()
                            .count(
                                    desk.plan("count"),
                                    id,
                                    typed == null ? -1 : typed,
                                    read.session().version());
                    changed.run();
                    load();
                    Toast.success(getTranslation("agenda.session.counted"));
                }));
        save.addThemeName("primary");
        var form = new Div(heads, save);
        form.addClassName("relais-agenda-count");
        return form;
    }

    private Component createList(GroupSession read) {
        var names = desk.names(read.attendees().stream().map(Attendee::person).toList());
        var list = new UnorderedList();
        list.addClassName("relais-agenda-attendees");
        for (var attendee : read.attendees()) {
            var name = names.get(attendee.person());
            list.add(createLine(attendee, name));
        }
        var open = read.attendees().stream()
                .filter(one -> one.state() == AppointmentState.PLANNED)
                .toList();
        var all = new BusyButton(
                getTranslation("agenda.session.all"), Glyph.CHECK, () -> new FieldErrors().run(() -> everybody(open)));
        all.setVisible(open.size() > 1);
        return new Div(all, list);
    }

    private ListItem createLine(Attendee attendee, @org.jspecify.annotations.Nullable PersonName name) {
        var display = name == null ? getTranslation("agenda.session.unnamed") : name.display();
        var who = new Span(display);
        who.addClassName("relais-grow");
        var line = new ListItem(who, words.state(attendee.state()));
        if (desk.writes() && attendee.state() != AppointmentState.ATTENDED) {
            line.add(button("agenda.act.attended", display, attendee, AppointmentState.ATTENDED));
        }
        if (desk.writes() && attendee.state() != AppointmentState.NO_SHOW) {
            line.add(button("agenda.act.no-show", display, attendee, AppointmentState.NO_SHOW));
        }
        return line;
    }

    private Button button(String key, String name, Attendee attendee, AppointmentState state) {
        var button = new BusyButton(
                getTranslation(key),
                () -> new FieldErrors().run(() -> {
                    note(attendee, state);
                    load();
                    changed.run();
                }));
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(getTranslation(key) + " " + name);
        return button;
    }

    private void everybody(List<Attendee> open) {
        open.forEach(attendee -> note(attendee, AppointmentState.ATTENDED));
        load();
        changed.run();
    }

    private void note(Attendee attendee, AppointmentState state) {
        desk.appointments().attend(desk.write(attendee.person()), id, state, attendee.version());
    }
}
