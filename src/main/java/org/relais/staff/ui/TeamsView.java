package org.relais.staff.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.centre.ClosedDay;
import org.relais.centre.Unit;
import org.relais.shared.Id;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.Roles;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffRoutes;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/** The centres with their units and beds, and who works in each. Administrators open centres, units and beds here. */
@Route(StaffRoutes.TEAMS)
@Menu(title = "staff.teams.menu", order = 91, icon = "building-2")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COORDINATOR})
class TeamsView extends Div implements HasDynamicTitle {

    private final transient Centres centres;
    private final transient CentreSetup setup;
    private final transient StaffDirectory staff;
    private final transient CentrePanel.@Nullable Actions actions;
    private final PageHeader header = new PageHeader(getTranslation("staff.teams.menu"), "");
    private final Button openCentre =
            new Button(getTranslation("staff.centre.open"), Glyph.PLUS.create(), _ -> openCentre());
    private final Div body = new Div();
    private @Nullable FormDialog dialog;

    TeamsView(Centres centres, CentreSetup setup, StaffDirectory staff, CurrentStaff current) {
        this.centres = centres;
        this.setup = setup;
        this.staff = staff;
        actions = current.require().role() == Role.ADMINISTRATOR ? new Changes() : null;
        addClassName("relais-page");
        body.addClassNames("relais-page-body", "relais-teams");
        // Nothing in it takes the focus of who only looks: without this, the page could not be scrolled by keyboard
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "region");
        body.getElement().setAttribute("aria-label", getTranslation("staff.teams.menu"));
        header.addAction(openCentre);
        add(header, body);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.teams.menu");
    }

    private void show() {
        var all = centres.all();
        var colleagues = staff.all().stream().filter(StaffCard::active).count();
        header.setSubtitle(getTranslation("staff.teams.subtitle", all.size(), colleagues));
        openCentre.setVisible(actions != null && !all.isEmpty());
        body.removeAll();
        body.setClassName("relais-teams", !all.isEmpty());
        if (all.isEmpty()) {
            body.add(createEmpty());
            return;
        }
        var teams = staff.byCentre();
        all.forEach(centre -> body.add(new CentrePanel(
                centre,
                teams.getOrDefault(centre.id(), List.of()),
                centres.meetingRooms(centre.id()),
                centres.closedDays(centre.id()),
                actions)));
    }

    private EmptyState createEmpty() {
        if (actions == null) {
            return new EmptyState(
                    Glyph.BUILDING_2,
                    getTranslation("staff.teams.empty.title"),
                    getTranslation("staff.teams.empty.wait"),
                    null);
        }
        var first = new Button(getTranslation("staff.centre.open-first"), Glyph.PLUS.create(), _ -> openCentre());
        first.addThemeName("primary");
        return new EmptyState(
                Glyph.BUILDING_2,
                getTranslation("staff.teams.empty.title"),
                getTranslation("staff.teams.empty.text"),
                first);
    }

    private void openCentre() {
        open(new OpenCentreDialog(centres.all(), command -> {
            var id = setup.openCentre(command);
            done(
                    CentrePanel.OPEN_UNIT,
                    id,
                    "staff.centre.opened",
                    command.name().strip());
        }));
    }

    // A second click before the dialog was there opens no second one
    private void open(FormDialog asked) {
        if (dialog == null || !dialog.isOpened()) {
            dialog = asked;
            asked.open();
        }
    }

    // The page is built anew; the focus goes where the next step is
    private void done(String next, Id about, String key, Object... arguments) {
        show();
        body.getChildren()
                .filter(CentrePanel.class::isInstance)
                .forEach(panel -> ((CentrePanel) panel).focus(next, about));
        Toast.success(getTranslation(key, arguments));
    }

    /** What an administrator changes. */
    private final class Changes implements CentrePanel.Actions {

        @Override
        public void change(Centre centre) {
            open(new ChangeCentreDialog(centre, (name, telephone) -> {
                setup.changeCentre(centre, name, telephone);
                done(CentrePanel.CHANGE, centre.id(), "staff.centre.saved", name.strip());
            }));
        }

        @Override
        public void openUnit(Centre centre) {
            open(new OpenUnitDialog(centre, (name, kind) -> {
                var id = setup.openUnit(centre.id(), name, kind);
                var next = kind.inpatient() ? CentrePanel.OPEN_ROOM : CentrePanel.OPEN_UNIT;
                done(next, kind.inpatient() ? id : centre.id(), "staff.unit.opened", name.strip());
            }));
        }

        @Override
        public void rename(Unit unit) {
            open(new RenameUnitDialog(unit, name -> {
                setup.renameUnit(unit, name);
                done(CentrePanel.RENAME, unit.id(), "staff.centre.saved", name.strip());
            }));
        }

        @Override
        public void openRoom(Unit unit) {
            open(new OpenRoomDialog(unit, (name, beds) -> {
                setup.openRoom(unit.id(), name, beds);
                done(CentrePanel.OPEN_ROOM, unit.id(), "staff.room.opened", name.strip(), beds.size());
            }));
        }

        @Override
        public void openMeetingRoom(Centre centre) {
            open(new OpenMeetingRoomDialog(centre, name -> {
                setup.openMeetingRoom(centre.id(), name);
                done(CentrePanel.OPEN_MEETING_ROOM, centre.id(), "staff.meeting-room.opened", name.strip());
            }));
        }

        @Override
        public void close(Centre centre) {
            open(new CloseDayDialog(centre, (day, reason) -> {
                setup.closeOn(centre.id(), day, reason);
                done(CentrePanel.CLOSE, centre.id(), "staff.closed.closed", centre.name());
            }));
        }

        @Override
        public void reopen(ClosedDay day) {
            setup.openOn(day.centre(), day.day());
            done(CentrePanel.CLOSE, day.centre(), "staff.closed.opened");
        }
    }
}
