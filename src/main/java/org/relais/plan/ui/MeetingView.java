package org.relais.plan.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.plan.ChangeMeeting;
import org.relais.plan.MeetingAgenda;
import org.relais.plan.MeetingLine;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.MeetingRow;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.staff.Roles;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** One team meeting: its agenda beside what is said of the chosen person, which is opened for that person alone. */
@Route(MeetingRoutes.MEETING)
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER})
class MeetingView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient ReviewDesk desk;
    private final transient ReviewLook look;
    private final Div head = new Div();
    private final Section agenda = new Section();
    private final Section part = new Section();
    private transient MeetingAgenda shown;
    private transient Map<PersonId, PersonName> names = Map.of();
    private transient @Nullable MeetingPartId chosen;

    @SuppressWarnings("NullAway.Init")
    MeetingView(ReviewDesk desk) {
        this.desk = desk;
        this.look = new ReviewLook(desk, getLocale());
        addClassNames("relais-page", "relais-meeting");
        agenda.addClassName("relais-meeting-agenda");
        agenda.setAriaLabel(getTranslation("plan.meeting.agenda"));
        part.addClassName("relais-meeting-part");
        part.getElement().setAttribute("aria-live", "polite");
        var both = new Div(agenda, part);
        both.addClassName("relais-meeting-columns");
        add(head, both);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.meeting.menu");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read(MeetingId.parse(event.getRouteParameters().get("meetingId").orElse("")));
        part.removeAll();
        part.add(new Paragraph(getTranslation("plan.meeting.choose")));
    }

    private void read(MeetingId id) {
        shown = desk.meetings().agenda(desk.plan(), id);
        names = desk.persons()
                .names(
                        desk.people(),
                        shown.lines().stream()
                                .map(MeetingLine::person)
                                .distinct()
                                .toList());
        showHead();
        showAgenda();
    }

    private void reload() {
        read(shown.meeting().id());
    }

    private void showHead() {
        head.removeAll();
        var meeting = shown.meeting();
        var centre = desk.centres().centre(meeting.centre());
        var unit = meeting.unit();
        var place = unit == null
                ? getTranslation("plan.meeting.unit.whole", centre.name())
                : centre.unit(unit)
                        .map(one -> one.name() + ", " + centre.name())
                        .orElse(centre.name());
        var header = new PageHeader(getTranslation("plan.meeting.of", look.date(meeting.heldOn())), place);
        if (!meeting.signed()) {
            var close = new BusyButton(getTranslation("plan.meeting.close"), Glyph.FILE_CHECK, this::askClose);
            close.addThemeName("primary");
            header.addAction(close);
        }
        var back = new Anchor(MeetingRoutes.LIST, getTranslation("plan.meeting.back"));
        back.getElement().setAttribute("router-link", true);
        head.add(back, header);
        if (meeting.signedBy() != null && meeting.signedAt() != null) {
            head.add(new NoticeBar(
                    Severity.OK,
                    Glyph.FILE_CHECK,
                    getTranslation(
                            "plan.meeting.closed",
                            desk.name(meeting.signedBy()),
                            look.dateTime(meeting.signedAt(), meeting.centre())),
                    ""));
        }
    }

    private void showAgenda() {
        agenda.removeAll();
        var meeting = shown.meeting();
        agenda.add(present(meeting), new H2(getTranslation("plan.meeting.agenda")));
        var list = new OrderedList();
        list.addClassName("relais-meeting-lines");
        shown.lines().forEach(line -> list.add(line(line)));
        agenda.add(shown.lines().isEmpty() ? new Paragraph(getTranslation("plan.meeting.agenda.empty")) : list);
        if (!meeting.signed()) {
            agenda.add(new BusyButton(
                    getTranslation("plan.meeting.add"),
                    Glyph.PLUS,
                    () -> new PutOnAgendaDialog(desk, meeting.id(), this::reload).open()));
        }
    }

    private Component present(MeetingRow meeting) {
        var present = new MultiSelectComboBox<StaffCard>(getTranslation("plan.meeting.present"));
        var team = desk.staff().byCentre().getOrDefault(meeting.centre(), List.of()).stream()
                .sorted(Comparator.comparing(StaffCard::familyName).thenComparing(StaffCard::givenName))
                .toList();
        present.setItems(team);
        present.setItemLabelGenerator(
                card -> card.name() + ", " + getTranslation(card.role().key()));
        present.setValue(team.stream()
                .filter(card -> meeting.present().contains(card.id()))
                .collect(Collectors.toSet()));
        present.setReadOnly(meeting.signed());
        present.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(order(), event.getValue().stream().map(StaffCard::id).collect(Collectors.toSet()));
            }
        });
        return present;
    }

    private ListItem line(MeetingLine line) {
        var name = name(line);
        var open = new Button(name, event -> choose(line));
        open.addThemeName("tertiary");
        open.getElement()
                .setAttribute("aria-pressed", String.valueOf(line.part().equals(chosen)));
        var why = new Div();
        why.addClassNames("relais-meta", "relais-small-text");
        if (line.dueOn() != null) {
            why.add(new Span(getTranslation("plan.meeting.line.due", look.date(line.dueOn()))));
        }
        if (line.reason() != null) {
            why.add(new Span(line.reason()));
        }
        var item = new ListItem(open);
        if (line.signed()) {
            item.add(new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, getTranslation("plan.meeting.line.signed")));
        } else if (line.begun()) {
            item.add(new SeverityBadge(Severity.INFO, Glyph.PEN_LINE, getTranslation("plan.meeting.line.begun")));
        }
        item.add(why);
        if (!shown.meeting().signed()) {
            item.add(
                    mover(line, -1, Glyph.ARROW_UP, "plan.meeting.up", name),
                    mover(line, 1, Glyph.ARROW_DOWN, "plan.meeting.down", name));
        }
        return item;
    }

    private Button mover(MeetingLine line, int by, Glyph glyph, String key, String name) {
        var order = order();
        var from = order.indexOf(line.part());
        var button = new Button(glyph.create(), event -> {
            order.remove(from);
            order.add(from + by, line.part());
            change(order, shown.meeting().present());
        });
        button.addThemeNames("small", "tertiary", "icon");
        button.setAriaLabel(getTranslation(key, name));
        button.setEnabled(from + by >= 0 && from + by < order.size());
        return button;
    }

    private List<MeetingPartId> order() {
        return new ArrayList<>(shown.lines().stream().map(MeetingLine::part).toList());
    }

    private void change(List<MeetingPartId> order, Set<StaffId> present) {
        new FieldErrors().run(() -> {
            try {
                desk.meetings()
                        .change(
                                desk.plan(),
                                new ChangeMeeting(
                                        shown.meeting().id(), shown.meeting().version(), present, order));
            } catch (StaleVersion stale) {
                Toast.error(getTranslation("plan.meeting.stale.agenda"));
            }
            reload();
        });
    }

    private void choose(MeetingLine line) {
        chosen = line.part();
        showAgenda();
        part.removeAll();
        new FieldErrors()
                .run(() -> part.add(new MeetingPartPanel(
                        desk, shown.meeting(), line, name(line), look, this::reload, this::takenOff)));
    }

    private void takenOff() {
        part.removeAll();
        chosen = null;
        reload();
    }

    private void askClose() {
        var meeting = shown.meeting();
        new ConfirmQuestion(
                        getTranslation("plan.meeting.close.question", look.date(meeting.heldOn())),
                        getTranslation("plan.meeting.close.text"),
                        getTranslation("plan.meeting.close"),
                        () -> new FieldErrors().run(() -> {
                            desk.meetings().close(desk.plan(), meeting.id());
                            reload();
                            Toast.success(getTranslation("plan.meeting.closed.toast"));
                        }))
                .open();
    }

    private String name(MeetingLine line) {
        var name = names.get(line.person());
        return name == null ? getTranslation("plan.meeting.line.unnamed") : name.display();
    }
}
