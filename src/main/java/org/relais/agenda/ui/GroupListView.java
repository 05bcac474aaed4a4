package org.relais.agenda.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;

import org.relais.agenda.AgendaRoutes;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.GroupEntry;
import org.relais.agenda.GroupRow;
import org.relais.centre.Centre;
import org.relais.person.PersonRoutes;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.DisciplineLabel;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** The groups of a centre: their places, who leads them, their next sessions, and for those who lead them who comes. */
@Route(AgendaRoutes.GROUPS)
@Menu(title = "agenda.groups", order = 44, icon = "users-round")
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.FAMILY_WORKER,
    Roles.PEER_WORKER,
    Roles.COORDINATOR
})
class GroupListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int SHOWN = 5;

    private final transient AgendaDesk desk;
    private final transient AgendaWords words;
    private final Select<Centre> centres = new Select<>();
    private final Div content = new Div();

    GroupListView(AgendaDesk desk) {
        this.desk = desk;
        this.words = new AgendaWords(desk, getLocale());
        addClassNames("relais-page", "relais-groups");
        var header = new PageHeader(getTranslation("agenda.groups"), getTranslation("agenda.groups.subtitle"));
        content.addClassNames("relais-page-body", "relais-groups-content");
        add(header);
        if (desk.own().isEmpty()) {
            return;
        }
        if (desk.writes()) {
            var open = new BusyButton(
                    getTranslation("agenda.group.open"),
                    Glyph.PLUS,
                    () -> new OpenGroupDialog(desk, centres.getValue().id(), this::show).open());
            open.addThemeName("primary");
            header.addAction(open);
        }
        centres.setAriaLabel(getTranslation("agenda.field.centre"));
        centres.setItems(desk.own());
        centres.setItemLabelGenerator(Centre::name);
        centres.setValue(desk.own().getFirst());
        centres.setVisible(desk.own().size() > 1);
        centres.addValueChangeListener(change -> show());
        header.addAction(centres);
        add(content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("agenda.groups");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (!desk.own().isEmpty()) {
            show();
        }
    }

    private void show() {
        content.removeAll();
        new FieldErrors().run(() -> {
            var scope = desk.plan("groups");
            var read = desk.groups().of(scope, centres.getValue().id());
            if (read.rows().isEmpty()) {
                content.add(new EmptyState(
                        Glyph.USERS_ROUND,
                        getTranslation("agenda.groups.empty.title"),
                        getTranslation("agenda.groups.empty.text"),
                        null));
            }
            read.rows().forEach(group -> content.add(createGroup(group)));
        });
    }

    private Component createGroup(GroupRow group) {
        var panel = new Panel(group.name());
        var facts = new Div(
                new DisciplineLabel(group.discipline()),
                new Span(getTranslation(group.entry().key())),
                new Span(
                        group.entry() == GroupEntry.OPEN
                                ? getTranslation("agenda.group.capacity.open", group.capacity())
                                : getTranslation("agenda.group.members", group.members(), group.capacity())),
                new Span(words.names(group.staff())));
        facts.addClassNames("relais-agenda-badges", "relais-secondary");
        panel.addContent(facts, createSessions(group));
        if (group.staff().contains(desk.me()) && group.entry() == GroupEntry.MEMBERS) {
            panel.addContent(createMembers(group));
        }
        if (desk.writes()) {
            panel.addToHeader(
                    button(
                            "agenda.group.plan",
                            group,
                            () -> new BookDialog(
                                            desk,
                                            desk.centres(java.util.Set.of(group.centre())),
                                            null,
                                            group,
                                            this::show)
                                    .open()),
                    button("agenda.group.end", group, () -> end(group)));
        }
        return panel;
    }

    private Component createSessions(GroupRow group) {
        var sessions = desk.groups().sessions(desk.plan("sessions"), group.id()).rows();
        if (sessions.isEmpty()) {
            var none = new Paragraph(getTranslation("agenda.group.no-session"));
            none.addClassName("relais-secondary");
            return none;
        }
        var acts = new AppointmentActs(desk, words, null, _ -> show());
        var list = new UnorderedList();
        list.addClassName("relais-appointment-rows");
        shown(sessions).forEach(session -> {
            var when = new Span(words.when(session.startsAt(), session.endsAt(), session.centre()));
            when.addClassNames("relais-numeric", "relais-grow");
            var line = new ListItem(when, new Span(words.room(session.centre(), session.room())));
            if (session.heads() != null) {
                line.add(new Span(getTranslation("agenda.heads", session.heads())));
            }
            line.add(words.state(session.state()));
            var buttons = new Div();
            buttons.addClassName("relais-agenda-acts");
            acts.buttons(session, () -> {}).forEach(buttons::add);
            line.add(buttons);
            list.add(line);
        });
        return list;
    }

    // The last ones, to note who came, and those that come next
    private List<AppointmentRow> shown(List<AppointmentRow> sessions) {
        var now = desk.now();
        var ahead = sessions.stream().filter(one -> one.endsAt().isAfter(now)).limit(SHOWN);
        var over = sessions.stream().filter(one -> !one.endsAt().isAfter(now)).toList();
        return java.util.stream.Stream.concat(over.subList(Math.max(0, over.size() - 2), over.size()).stream(), ahead)
                .toList();
    }

    private Component createMembers(GroupRow group) {
        var members = desk.groups().members(desk.plan("members"), group.id());
        var names = desk.names(members.people());
        var list = new UnorderedList();
        list.addClassName("relais-agenda-attendees");
        members.people().forEach(person -> {
            var name = names.get(person);
            list.add(new ListItem(new Anchor(
                    PersonRoutes.record(person, AgendaRoutes.SECTION),
                    name == null ? getTranslation("agenda.session.unnamed") : name.display())));
        });
        return new Div(new H3(getTranslation("agenda.group.members.title")), list);
    }

    private void end(GroupRow group) {
        new ConfirmQuestion(
                        getTranslation("agenda.group.end.question", group.name()),
                        getTranslation("agenda.group.end.text"),
                        getTranslation("agenda.group.end"),
                        () -> new FieldErrors().run(() -> {
                            desk.groups().end(desk.plan("end group"), group.id(), group.version());
                            show();
                            Toast.success(getTranslation("agenda.group.ended", group.name()));
                        }))
                .open();
    }

    private BusyButton button(String key, GroupRow group, Runnable act) {
        var button = new BusyButton(getTranslation(key), act);
        button.addThemeNames("small", "tertiary");
        button.setAriaLabel(getTranslation(key) + " " + group.name());
        return button;
    }
}
