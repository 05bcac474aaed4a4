package org.relais.person.ui;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.AbsorbedRecord;
import org.relais.person.PersonDetails;
import org.relais.person.PersonMerges;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Roles;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Glyph;
import org.relais.uikit.PageHeader;
import org.relais.uikit.Toast;

/** Who a person is and who is around them: identity with its history, contacts, relatives, alerts. */
@Route(PersonRoutes.IDENTITY)
@RolesAllowed({
    Roles.PHYSICIAN,
    Roles.NURSE,
    Roles.DISPENSING_NURSE,
    Roles.PSYCHOLOGIST,
    Roles.SOCIAL_WORKER,
    Roles.COORDINATOR
})
class IdentityView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private final transient PersonService people;
    private final transient PersonMerges merges;
    private final transient StaffDirectory staff;
    private final transient AccessService access;
    private final transient PersonWords words;
    private transient @Nullable PersonId person;

    IdentityView(
            PersonService people, PersonMerges merges, AccessService access, StaffDirectory staff, PersonWords words) {
        this.people = people;
        this.merges = merges;
        this.staff = staff;
        this.access = access;
        this.words = words;
        addClassNames("relais-page", "relais-person-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        person = event.getRouteParameters()
                .get("personId")
                .map(IdentityView::parse)
                .orElseThrow(NotFound::new);
        var grant = access.grant(person, Section.ADMINISTRATIVE);
        if (!grant.person().equals(person)) {
            // The record was merged into another one: the address follows
            event.forwardTo(PersonRoutes.identity(grant.person()));
            return;
        }
        show(person, grant);
    }

    // The tab and the history name nobody.
    @Override
    public String getPageTitle() {
        return getTranslation("person.identity.title");
    }

    private void show(PersonId shown) {
        show(shown, access.grant(shown, Section.ADMINISTRATIVE));
    }

    private void show(PersonId shown, Grant administrative) {
        var details = people.details(administrative);
        removeAll();
        add(createHeader(shown, details));
        var panels = new Div(
                new IdentityPanel(details, words, access.roleWrites(Section.ADMINISTRATIVE), this::attach),
                new RelativesPanel(
                        details.relatives(), words, access.roleWrites(Section.ADMINISTRATIVE), new Circle()));
        access.grantIfRoleOpens(shown, Section.RISK)
                .ifPresent(grant -> panels.add(
                        new AlertsPanel(people.alerts(grant), words, access.roleWrites(Section.RISK), new Warnings())));
        panels.add(new ContactsPanel(details, access.roleWrites(Section.ADMINISTRATIVE), new Reach()));
        var absorbed = merges.absorbed(administrative);
        if (!absorbed.isEmpty()) {
            panels.add(new AbsorbedPanel(absorbed, words, staff, access.rolePermits(Permission.UNMERGE), this::part));
        }
        panels.addClassName("relais-person-panels");
        add(panels);
    }

    private PageHeader createHeader(PersonId shown, PersonDetails details) {
        var back = new Button(
                getTranslation("person.identity.back"),
                Glyph.ARROW_LEFT.create(),
                _ -> getUI().ifPresent(ui -> ui.navigate(PersonRoutes.record(shown))));
        var header = new PageHeader(
                details.name().display(),
                getTranslation("person.identity.subtitle", details.name().fileNumber()),
                back);
        if (access.rolePermits(Permission.MERGE)) {
            header.addAction(new Button(
                    getTranslation("person.merge.action"),
                    Glyph.GIT_MERGE.create(),
                    _ -> getUI().ifPresent(ui -> ui.navigate(PersonRoutes.merge(shown)))));
        }
        return header;
    }

    private void part(AbsorbedRecord absorbed) {
        new PartRecordsDialog(
                        absorbed,
                        reason -> done(() -> merges.part(
                                write(Section.ADMINISTRATIVE), absorbed.name().person(), reason)))
                .open();
    }

    private void attach(PersonDetails details) {
        new AttachIdentityDialog(
                        details, command -> done(() -> people.attachIdentity(write(Section.ADMINISTRATIVE), command)))
                .open();
    }

    private Grant write(Section section) {
        return access.grant(current(), section, Right.WRITE, Purpose.CARE);
    }

    private void done(Runnable command) {
        command.run();
        Toast.success(getTranslation("person.saved"));
        show(current());
    }

    private PersonId current() {
        if (person == null) {
            throw new NotFound();
        }
        return person;
    }

    private static PersonId parse(String text) {
        try {
            return PersonId.parse(text);
        } catch (InvalidInput noPerson) {
            throw new NotFound();
        }
    }

    /** What may be done with relatives. */
    private final class Circle implements RelativesPanel.Actions {
        @Override
        public void add() {
            new RelativeDialog(null, command -> done(() -> people.addRelative(write(Section.ADMINISTRATIVE), command)))
                    .open();
        }

        @Override
        public void change(org.relais.person.Relative relative) {
            new RelativeDialog(
                            relative,
                            command -> done(() -> people.changeRelative(
                                    write(Section.ADMINISTRATIVE), relative.id(), command, relative.version())))
                    .open();
        }

        @Override
        public void end(org.relais.person.Relative relative) {
            done(() -> people.endRelative(write(Section.ADMINISTRATIVE), relative.id(), relative.version()));
        }
    }

    /** What may be done with alerts. */
    private final class Warnings implements AlertsPanel.Actions {
        @Override
        public void add() {
            new AlertDialog(command -> done(() -> people.addAlert(write(Section.RISK), command))).open();
        }

        @Override
        public void end(org.relais.person.Alert alert) {
            new EndAlertDialog(reason -> done(() -> people.endAlert(write(Section.RISK), alert.id(), reason))).open();
        }
    }

    /** What may be done with contacts. */
    private final class Reach implements ContactsPanel.Actions {
        @Override
        public void add() {
            new ContactDialog(command -> done(() -> people.addContact(write(Section.ADMINISTRATIVE), command))).open();
        }

        @Override
        public void end(org.relais.person.Contact contact) {
            done(() -> people.endContact(write(Section.ADMINISTRATIVE), contact.id()));
        }
    }
}
