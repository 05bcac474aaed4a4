package org.relais.reintegration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People and their steps as a social worker of a test's house leaves them. */
@TestComponent
public class Caseworkers {

    private final AccessService access;
    private final PersonService people;
    private final ReintegrationSteps steps;
    private final CareRelations relations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Caseworkers(
            AccessService access,
            PersonService people,
            ReintegrationSteps steps,
            CareRelations relations,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.steps = steps;
        this.relations = relations;
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

    /** A step the place's social worker is responsible for. */
    public StepId add(Place place, PersonId person, String title, LocalDate dueOn) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> steps.add(write(person), command(place, title, dueOn)).step());
    }

    public AddStep command(Place place, String title, LocalDate dueOn) {
        return new AddStep(
                StepId.create(),
                place.centre(),
                StepDomain.HOUSING,
                title,
                dueOn,
                new Responsible.Worker(place.member(Role.SOCIAL_WORKER).id()));
    }

    /** From now on the ward of the place takes part in the person's care too. */
    public void follow(Place place, PersonId person) {
        var scope = access.taskScope("test", place.centre(), Purpose.CARE);
        transaction.executeWithoutResult(status -> {
            people.followedAt(scope, person, place.centre());
            relations.beginForUnit(scope, person, RelationKind.EPISODE, place.centre(), place.ward(), person);
        });
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    /** A grant to read; to be called as somebody. */
    public Grant read(PersonId person) {
        return access.grant(person, Section.SOCIAL);
    }

    /** The day it is in the places of a house. */
    public LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }
}
