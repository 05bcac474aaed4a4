package org.relais.situation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.shared.SocialAssessmentId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People and passes for tests of the room; every pass is asked for as whoever is signed in. */
@TestComponent
public class SocialCases {

    private final AccessService access;
    private final PersonService people;
    private final Clock clock;

    SocialCases(AccessService access, PersonService people, Clock clock) {
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

    public Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    public Grant read(PersonId person) {
        return access.grant(person, Section.SOCIAL);
    }

    public LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    /** A rating with a level for each domain in their order; a negative one stays open. */
    public SignNeeds rating(Place place, Occasion occasion, LocalDate day, int... levels) {
        var answers = new EnumMap<NeedDomain, NeedAnswer>(NeedDomain.class);
        for (var domain : NeedDomain.values()) {
            if (levels[domain.ordinal()] >= 0) {
                answers.put(domain, NeedAnswer.level(levels[domain.ordinal()]));
            }
        }
        return rating(place, occasion, day, answers);
    }

    public SignNeeds rating(Place place, Occasion occasion, LocalDate day, Map<NeedDomain, NeedAnswer> answers) {
        return new SignNeeds(
                SocialAssessmentId.create(),
                place.centre(),
                occasion,
                day,
                answers,
                answers.size() < 13,
                null,
                null,
                null);
    }
}
