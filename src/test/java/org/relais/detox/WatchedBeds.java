package org.relais.detox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSigns;
import org.relais.centre.CentreSetup;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AssessmentId;
import org.relais.shared.BedId;
import org.relais.shared.DetoxId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

import static org.relais.support.ActingAs.actingAs;

/** People in the beds of a ward, watched over. */
@TestComponent
public class WatchedBeds {

    private final AccessService access;
    private final PersonService people;
    private final EpisodeService episodes;
    private final DetoxEpisodes detoxes;
    private final Assessments assessments;
    private final CentreSetup setup;
    private final Clock clock;

    WatchedBeds(
            AccessService access,
            PersonService people,
            EpisodeService episodes,
            DetoxEpisodes detoxes,
            Assessments assessments,
            CentreSetup setup,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.episodes = episodes;
        this.detoxes = detoxes;
        this.assessments = assessments;
        this.setup = setup;
        this.clock = clock;
    }

    /** Adds a room with two beds to the ward. */
    public List<BedId> room(Place place, String name) {
        return actingAs("setup", Role.ADMINISTRATOR, () -> setup.openRoom(place.ward(), name, List.of("A", "B")));
    }

    /** Somebody who was admitted into the bed. */
    public PersonId admitted(Place place, String givenName, BedId bed) {
        return place.as(Role.NURSE, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            place.centre(),
                            place.ward(),
                            Identity.named(givenName, "Castellane", LocalDate.of(1984, 3, 14))));
            episodes.admit(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, place.ward(), bed, null));
            return person;
        });
    }

    /** Somebody in the bed whose withdrawal began so many minutes ago, with a first set of vital signs just now. */
    public PersonId watched(
            Place place, String givenName, BedId bed, String protocol, Substance substance, int minutes) {
        var person = admitted(place, givenName, bed);
        return place.as(Role.NURSE, () -> {
            detoxes.start(
                    access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                    new StartDetox(
                            DetoxId.create(),
                            place.centre(),
                            protocol,
                            List.of(substance),
                            clock.instant().minusSeconds(60L * minutes),
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(6),
                            Set.of(),
                            false,
                            null));
            assessments.sign(
                    access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                    new SignVitalSigns(
                            AssessmentId.create(),
                            new VitalSigns(
                                    72,
                                    124,
                                    80,
                                    16,
                                    97,
                                    InhaledGas.AIR,
                                    new BigDecimal("36.8"),
                                    Consciousness.ALERT,
                                    null,
                                    null),
                            Set.of(),
                            null,
                            clock.instant(),
                            place.centre(),
                            null,
                            null));
            return person;
        });
    }
}
