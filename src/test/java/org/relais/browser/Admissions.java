package org.relais.browser;

import java.time.LocalDate;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.Gender;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People as the nurse of a test's house received them. */
@TestComponent
class Admissions {

    private static final LocalDate BORN = LocalDate.of(1984, 3, 14);

    private final AccessService access;
    private final PersonService people;
    private final EpisodeService episodes;

    Admissions(AccessService access, PersonService people, EpisodeService episodes) {
        this.access = access;
        this.people = people;
        this.episodes = episodes;
    }

    /** A person with alerts, in the first bed of the ward. */
    PersonId admitted(Place place, String givenName, String familyName) {
        return place.as(Role.NURSE, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                                    place.centre(),
                                    place.ward(),
                                    Identity.named(givenName, familyName, BORN).withGender(Gender.MALE))
                            .with(new AddAlert(
                                    AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicilline (œdème)", "Carnet de santé"))
                            .with(new AddAlert(AlertKind.SEIZURE_HISTORY, Severity.CRITICAL, "03.2023", null)));
            episodes.admit(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, place.ward(), place.beds().getFirst(), null));
            return person;
        });
    }

    /** A person known by an alias, on the waiting list of the ward. */
    PersonId waiting(Place place, String alias) {
        return place.as(Role.NURSE, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(place.centre(), place.ward(), Identity.alias(alias)));
            episodes.waitFor(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new PutOnWaitingList(null, 0, place.ward(), Priority.NORMAL, null, null));
            return person;
        });
    }
}
