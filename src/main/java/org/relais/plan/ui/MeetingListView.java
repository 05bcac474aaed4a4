package org.relais.plan.ui;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.Scope;
import org.relais.plan.MeetingRoutes;
import org.relais.plan.MeetingRow;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.UnitId;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.SeverityBadge;

/** The team meetings of one's units, the latest first. Whom they talk about is not on this page. */
@Route(MeetingRoutes.LIST)
@Menu(title = "plan.meeting.menu", order = 70, icon = "users")
@RolesAllowed({Roles.PHYSICIAN, Roles.NURSE, Roles.PSYCHOLOGIST, Roles.SOCIAL_WORKER})
class MeetingListView extends Div implements HasDynamicTitle, AfterNavigationObserver {

    private static final int MOST = 50;

    private final transient ReviewDesk desk;
    private final transient ReviewLook look;
    private final Select<MeetingPlace> place = new Select<>();
    private final Div content = new Div();
    private transient List<MeetingPlace> places = List.of();

    MeetingListView(ReviewDesk desk) {
        this.desk = desk;
        this.look = new ReviewLook(desk, getLocale());
        addClassNames("relais-page", "relais-meetings");
        var open = new BusyButton(getTranslation("plan.meeting.open"), Glyph.PLUS, this::open);
        open.addThemeName("primary");
        place.setAriaLabel(getTranslation("plan.meeting.unit"));
        place.setEmptySelectionAllowed(true);
        place.setEmptySelectionCaption(getTranslation("plan.meeting.unit.all"));
        place.setItemLabelGenerator(
                one -> one == null ? getTranslation("plan.meeting.unit.all") : one.words(this::getTranslation));
        place.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(event.getValue());
            }
        });
        add(
                new PageHeader(getTranslation("plan.meeting.title"), getTranslation("plan.meeting.subtitle"), open),
                place,
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plan.meeting.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        new FieldErrors().run(() -> {
            var scope = desk.plan();
            places = MeetingPlace.of(scope, desk);
            place.setItems(places);
            var asked = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("unit")
                    .flatMap(mark -> places.stream()
                            .filter(one -> one.mark().equals(mark))
                            .findFirst())
                    .orElse(null);
            place.setValue(asked);
            show(scope, asked);
        });
    }

    private void go(@Nullable MeetingPlace chosen) {
        getUI().ifPresent(ui -> ui.navigate(
                MeetingRoutes.LIST,
                chosen == null ? QueryParameters.empty() : QueryParameters.of("unit", chosen.mark())));
    }

    private void show(Scope scope, @Nullable MeetingPlace chosen) {
        content.removeAll();
        var meetings = desk.meetings()
                .list(
                        scope,
                        chosen == null ? null : chosen.centre().id(),
                        chosen == null || chosen.unit() == null
                                ? null
                                : chosen.unit().id(),
                        MOST);
        if (meetings.isEmpty()) {
            content.add(new EmptyState(
                    Glyph.USERS,
                    getTranslation("plan.meeting.empty.title"),
                    getTranslation("plan.meeting.empty.text"),
                    null));
            return;
        }
        content.add(table(meetings));
    }

    private Component table(List<MeetingRow> meetings) {
        var table = new NativeTable();
        table.addClassName("relais-meeting-table");
        var head = new NativeTableRow();
        for (var column : List.of("day", "unit", "state")) {
            var cell = new NativeTableHeaderCell(getTranslation("plan.meeting.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        for (var meeting : meetings) {
            var link = new Anchor(
                    MeetingRoutes.meeting(meeting.id()),
                    getTranslation("plan.meeting.of", look.date(meeting.heldOn())));
            link.getElement().setAttribute("router-link", true);
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(link),
                            new NativeTableCell(new Span(unit(meeting.centre(), meeting.unit()))),
                            new NativeTableCell(state(meeting))));
        }
        return table;
    }

    private String unit(CentreId centre, @Nullable UnitId unit) {
        var of = desk.centres().centre(centre);
        return unit == null
                ? getTranslation("plan.meeting.unit.whole", of.name())
                : of.unit(unit).map(one -> one.name() + ", " + of.name()).orElse(of.name());
    }

    private Component state(MeetingRow meeting) {
        return meeting.signed()
                ? new SeverityBadge(Severity.OK, Glyph.FILE_CHECK, getTranslation("plan.meeting.state.signed"))
                : new SeverityBadge(Severity.INFO, Glyph.PEN_LINE, getTranslation("plan.meeting.state.open"));
    }

    private void open() {
        var scope = desk.plan();
        var choices = MeetingPlace.of(scope, desk);
        new OpenMeetingDialog(
                        desk,
                        choices,
                        Objects.requireNonNullElseGet(place.getValue(), () -> MeetingPlace.own(scope, choices)),
                        meeting -> getUI().ifPresent(ui -> ui.navigate(MeetingRoutes.meeting(meeting.id()))))
                .open();
    }
}
