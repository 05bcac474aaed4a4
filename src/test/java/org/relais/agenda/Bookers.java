package org.relais.agenda;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.CentreSetup;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AppointmentId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.House.Place;

/** People, rooms and appointments as the staff of a test's house leave them. */
@TestComponent
public class Bookers {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final AccessService access;
    private final PersonService people;
    private final Appointments appointments;
    private final CareRelations relations;
    private final CentreSetup setup;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Bookers(
            AccessService access,
            PersonService people,
            Appointments appointments,
            CareRelations relations,
            CentreSetup setup,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.appointments = appointments;
        this.relations = relations;
        this.setup = setup;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A person registered at the place, followed by its ward. */
    public PersonId register(Place place, String givenName) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                place.centre(), place.ward(), Identity.named(givenName, "Castellane", null))));
    }

    /** From now on the ward of the place takes part in the person's care too. */
    public void follow(Place place, PersonId person) {
        var scope = access.taskScope("test", place.centre(), Purpose.CARE);
        transaction.executeWithoutResult(status -> {
            people.followedAt(scope, person, place.centre());
            relations.beginForUnit(scope, person, RelationKind.EPISODE, place.centre(), place.ward(), person);
        });
    }

    public MeetingRoomId room(Place place, String name) {
        return ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> setup.openMeetingRoom(place.centre(), name));
    }

    public void close(Place place, LocalDate day, String reason) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            setup.closeOn(place.centre(), day, reason);
            return day;
        });
    }

    /** What the social worker of the place types for an hour with a person. */
    public BookAppointment command(Place place, String subject, LocalDate day, LocalTime time) {
        return BookAppointment.of(
                AppointmentId.create(),
                place.centre(),
                AppointmentKind.INDIVIDUAL,
                subject,
                day,
                time,
                60,
                place.member(Role.SOCIAL_WORKER).id());
    }

    /** Books as the social worker of the place. */
    public AppointmentId book(Place place, PersonId person, BookAppointment command) {
        return place.as(Role.SOCIAL_WORKER, () -> appointments.book(write(person), command))
                .appointments()
                .getFirst();
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    /** A grant to read; to be called as somebody. */
    public Grant read(PersonId person) {
        return access.grant(person, Section.PLAN);
    }

    /** To be called as somebody. */
    public Scope scope() {
        return access.scope(Section.PLAN, Purpose.CARE, null);
    }

    /** The day it is in the places of a house. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** A Monday that lies two to three weeks ahead. */
    public LocalDate monday() {
        return today().plusWeeks(2).with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
