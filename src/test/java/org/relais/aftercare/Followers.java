package org.relais.aftercare;

import java.util.Map;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People who left a ward of a test's house, as its staff leave them. */
@TestComponent
public class Followers {

    private final AccessService access;
    private final PersonService people;
    private final EpisodeService episodes;
    private final FollowUps followUps;

    Followers(AccessService access, PersonService people, EpisodeService episodes, FollowUps followUps) {
        this.access = access;
        this.people = people;
        this.episodes = episodes;
        this.followUps = followUps;
    }

    /** A person in a bed of the place. */
    public PersonId admitted(Place place, String givenName) {
        return place.as(Role.SOCIAL_WORKER, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(place.centre(), place.ward(), Identity.named(givenName, "Castellane", null)));
            admit(place, person);
            return person;
        });
    }

    /** To be called as somebody. */
    public EpisodeId admit(Place place, PersonId person) {
        return episodes.admit(administrative(person), new Admit(null, 0, place.ward(), null, null));
    }

    /** The nurse ends the stay; what the person said is as given. */
    public void discharge(Place place, PersonId person, EndReason reason, FollowUpAnswer answer) {
        place.as(Role.NURSE, () -> {
            var live = episodes.of(access.grant(person, Section.RECORD)).getFirst();
            episodes.discharge(
                    administrative(person),
                    new Discharge(
                            live.id(),
                            live.version(),
                            reason,
                            reason == EndReason.DIED || reason == EndReason.ENTERED_IN_ERROR
                                    ? null
                                    : Destination.values()[0],
                            null,
                            null,
                            Map.of("aftercare", answer.name())));
            return person;
        });
    }

    /** Somebody who left and agreed to be contacted. */
    public PersonId left(Place place, String givenName) {
        var person = admitted(place, givenName);
        discharge(place, person, EndReason.COMPLETED, FollowUpAnswer.AGREED);
        return person;
    }

    /** The latest follow-up of the person; to be called as somebody. */
    public FollowUpRow latest(PersonId person) {
        return followUps.of(access.grant(person, Section.PLAN)).followUps().getFirst();
    }

    /** To be called as somebody. */
    public Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    private Grant administrative(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }
}
