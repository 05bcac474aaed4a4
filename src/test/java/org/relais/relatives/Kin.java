package org.relais.relatives;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.person.Relation;
import org.relais.person.Relative;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** A person of a test's house and somebody close to them. */
@TestComponent
public class Kin {

    private final AccessService access;
    private final PersonService people;
    private final Clock clock;

    Kin(AccessService access, PersonService people, Clock clock) {
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    public PersonId register(Place place) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(place.centre(), place.ward(), Identity.named("Rémi", "Castellane", null))));
    }

    /** A sister who may be told what is given, from today on. */
    public RelativeId sister(Place place, PersonId person, Map<TellingTopic, Boolean> answers) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> people.addRelative(write(person, Section.ADMINISTRATIVE), details(answers, null)));
    }

    /** The person says something else of what she may be told. */
    public void change(Place place, PersonId person, RelativeId relative, Map<TellingTopic, Boolean> answers) {
        place.as(Role.SOCIAL_WORKER, () -> {
            var known = find(person, relative);
            people.changeRelative(
                    write(person, Section.ADMINISTRATIVE), relative, details(answers, null), known.version());
            return person;
        });
    }

    /** To be called as somebody. */
    public Relative find(PersonId person, RelativeId relative) {
        return people.relatives(access.grant(person, Section.SOCIAL)).stream()
                .filter(one -> one.id().equals(relative))
                .findFirst()
                .orElseThrow();
    }

    /** To be called as somebody. */
    public Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    public LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    private RelativeDetails details(Map<TellingTopic, Boolean> answers, @Nullable LocalDate until) {
        return new RelativeDetails(
                "Élodie Castellane",
                Relation.SISTER,
                "06 12 34 56 78",
                new MayBeTold(answers, today().minusDays(1), until));
    }
}
