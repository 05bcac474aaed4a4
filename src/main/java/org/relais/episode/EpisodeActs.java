package org.relais.episode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.RelationKind;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.person.PersonService;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;

/** The steps that the acts of {@link EpisodeService} are made of. */
@Component
class EpisodeActs {

    // A clock of a workstation may run ahead a little; later than that is a mistake.
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final EpisodeRepository episodes;
    private final Centres centres;
    private final CareRelations relations;
    private final PersonService persons;
    private final EpisodeProperties properties;
    private final Clock clock;

    EpisodeActs(
            EpisodeRepository episodes,
            Centres centres,
            CareRelations relations,
            PersonService persons,
            EpisodeProperties properties,
            Clock clock) {
        this.episodes = episodes;
        this.centres = centres;
        this.relations = relations;
        this.persons = persons;
        this.properties = properties;
        this.clock = clock;
    }

    Unit unit(UnitId id) {
        return centres.unit(id).orElseThrow(() -> new InvalidInput("unit", "episode.error.unit"));
    }

    Unit unit(UnitId id, EpisodeKind kind) {
        var unit = unit(id);
        if (unit.kind().inpatient() != (kind == EpisodeKind.INPATIENT)) {
            throw new InvalidInput("unit", "episode.error.unit-kind");
        }
        return unit;
    }

    @Nullable
    Bed bed(@Nullable BedId id, UnitId unit) {
        return id == null
                ? null
                : centres.bed(id)
                        .filter(bed -> bed.unit().equals(unit))
                        .orElseThrow(() -> new InvalidInput("bed", "episode.error.bed"));
    }

    /** The time of an act: as said, or now. */
    Instant at(@Nullable Instant said) {
        var now = clock.instant();
        if (said != null && said.isAfter(now.plus(AHEAD))) {
            throw new InvalidInput("at", "episode.error.future");
        }
        return said == null ? now : said;
    }

    /** Acts that change what happens in a centre are for those who work there. */
    void requireWorksIn(Authority authority, CentreId centre) {
        if (!authority.actor().centres().contains(centre)) {
            throw new Conflict("episode.error.other-centre");
        }
    }

    /** The person's episode, at the version the command was opened with. */
    Episode load(Grant grant, EpisodeId id, long expectedVersion) {
        var episode = episodes.findById(id.value())
                .filter(found -> grant.people().contains(found.person()))
                .orElseThrow(NotFound::new);
        if (episode.version() != expectedVersion) {
            throw new StaleVersion();
        }
        return episode;
    }

    /** Checks that the episode is the person's. */
    void requireOf(Grant grant, EpisodeId id) {
        if (!grant.people().contains(load(id).person())) {
            throw new NotFound();
        }
    }

    /** The episode itself, for who came to it by a row of this room. */
    Episode load(EpisodeId id) {
        return episodes.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** The episode the command follows, or a new one at the unit. */
    Episode loadOrBegin(Grant grant, @Nullable EpisodeId id, long expectedVersion, Unit unit, Instant at) {
        return id == null ? new Episode(grant.person(), unit, at) : load(grant, id, expectedVersion);
    }

    /**
     * Writes the episode at once, so that what follows can point at it.
     *
     * @throws StaleVersion when somebody saved meanwhile
     * @throws Conflict when the person already has a live episode at the unit, or stays somewhere
     */
    void save(Episode episode) {
        try {
            episodes.saveAndFlush(episode);
        } catch (OptimisticLockingFailureException meanwhile) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException refused) {
            var cause = String.valueOf(refused.getMostSpecificCause().getMessage());
            if (cause.contains("episode_episode_staying")) {
                throw new Conflict("episode.error.already-staying");
            }
            if (cause.contains("episode_episode_live")) {
                throw new Conflict("episode.error.already-live");
            }
            throw refused;
        }
    }

    boolean isLive(PersonId person, CentreId centre) {
        return episodes.existsByPersonIdAndCentreIdAndLiveTrue(person.value(), centre.value());
    }

    /** From now on the unit takes part in the person's care, and the person is found at its centre. */
    void follow(Authority authority, Episode episode) {
        persons.followedAt(authority, episode.person(), episode.centre());
        relations.beginForUnit(
                authority, episode.person(), RelationKind.EPISODE, episode.centre(), episode.unit(), episode.episode());
    }

    /** The unit takes part for some days more, from when the person left; not at all in an error's case. */
    void unfollow(Authority authority, Episode episode, Instant left, boolean error) {
        var now = clock.instant();
        var end = left.plus(Duration.ofDays(properties.relationDaysAfterDischarge()));
        var until = error || end.isBefore(now) ? now : end;
        relations.end(authority, episode.person(), episode.episode(), until);
        if (!episodes.existsByPersonIdAndCentreIdAndLiveTrue(
                episode.person().value(), episode.centre().value())) {
            // What the registration began, whose source is the person, has lasted as long as the care here
            relations.endAt(authority, episode.person(), episode.centre(), episode.person(), until);
        }
    }
}
