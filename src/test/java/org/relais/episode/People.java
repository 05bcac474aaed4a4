package org.relais.episode;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.support.House.Place;

/** People as a registration leaves them: known in the centre, followed by the ward that registered them. */
@TestComponent
public class People {

    private final PersonService persons;
    private final AccessService access;

    People(PersonService persons, AccessService access) {
        this.persons = persons;
        this.access = access;
    }

    public PersonId registeredAt(Place place) {
        return registeredAt(place, "Orion");
    }

    public PersonId registeredAt(Place place, String alias) {
        return persons.register(
                access.taskScope("test", place.centre(), Purpose.CARE),
                new RegisterPerson(place.centre(), place.ward(), Identity.alias(alias)));
    }
}
