package org.relais.detox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AssessmentId;
import org.relais.shared.DetoxId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People in outpatient withdrawal, as a test needs them. */
@TestComponent
public class VisitingPeople {

    private static final List<String> CIWA = List.of(
            "NAUSEA",
            "TREMOR",
            "SWEATS",
            "ANXIETY",
            "AGITATION",
            "TACTILE",
            "AUDITORY",
            "VISUAL",
            "HEADACHE",
            "ORIENTATION");

    private final AccessService access;
    private final PersonService people;
    private final DetoxEpisodes detoxes;
    private final Assessments assessments;
    private final Clock clock;

    VisitingPeople(
            AccessService access, PersonService people, DetoxEpisodes detoxes, Assessments assessments, Clock clock) {
        this.access = access;
        this.people = people;
        this.detoxes = detoxes;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** Somebody whose outpatient withdrawal from alcohol began so many hours ago. */
    public PersonId watched(Place place, String givenName, int hours) {
        return place.as(Role.NURSE, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            place.centre(),
                            place.team(),
                            Identity.named(givenName, "Castellane", LocalDate.of(1984, 3, 14))));
            detoxes.start(
                    write(person),
                    new StartDetox(
                            DetoxId.create(),
                            place.centre(),
                            "ALC_OUT",
                            List.of(Substance.ALCOHOL),
                            clock.instant().minusSeconds(3600L * hours),
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(6),
                            Set.of(),
                            false,
                            null));
            return person;
        });
    }

    /** Signs a CIWA-Ar with this total now. */
    public AssessmentId score(Place place, PersonId person, int total) {
        var values = new HashMap<String, Integer>();
        var left = total;
        for (var item : CIWA) {
            var value = item.equals("ORIENTATION") ? 0 : Math.min(7, left);
            values.put(item, value);
            left -= value;
        }
        return place.as(
                Role.NURSE,
                () -> assessments
                        .sign(
                                write(person),
                                new SignInstrument(
                                        AssessmentId.create(),
                                        "CIWA_AR",
                                        1,
                                        null,
                                        Map.copyOf(values),
                                        null,
                                        false,
                                        null,
                                        clock.instant(),
                                        place.centre(),
                                        null,
                                        null))
                        .id());
    }

    private Grant write(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }
}
