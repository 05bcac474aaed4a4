package org.relais.episode;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import org.relais.centre.Unit;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * The life of one episode: enquiry, waiting, open, closed. Each step may be left out but none taken back; what the
 * state does not allow is refused with a {@link Conflict}, and nothing happens before the last thing that did.
 */
@Entity
@Table(name = "episode_episode")
class Episode implements Persistable<UUID> {

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private long version;

    @Transient
    private boolean fresh;

    private UUID personId = new UUID(0, 0);
    private UUID centreId = new UUID(0, 0);
    private UUID unitId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EpisodeKind kind = EpisodeKind.OUTPATIENT;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EpisodeState state = EpisodeState.ENQUIRY;

    private @Nullable Instant enquiredAt;
    private @Nullable Instant waitingSince;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Priority priority;

    @JdbcTypeCode(SqlTypes.TINYINT)
    private @Nullable Byte priorityRank;

    @Column(length = 200)
    private @Nullable String priorityReason;

    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable EndReason endReason;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Destination destination;

    private Instant lastActAt = Instant.EPOCH;
    private @Nullable UUID comesFrom;

    // Null, not false, once closed: a unique key holds among the live ones only.
    private @Nullable Boolean live = true;

    private @Nullable Boolean staying;

    protected Episode() {}

    /** A new episode at the unit, as yet nothing but an enquiry. */
    Episode(PersonId person, Unit unit, Instant at) {
        id = EpisodeId.create().value();
        fresh = true;
        personId = person.value();
        place(unit);
        enquiredAt = at;
        lastActAt = at;
    }

    /** Remembers which episode of another centre a transfer ended. */
    Episode comingFrom(Episode other) {
        comesFrom = other.id;
        return this;
    }

    /** Puts on the waiting list, or changes the priority of somebody who waits already: they keep their place in time. */
    void waitFor(Unit unit, Priority urgency, @Nullable String reason, Instant at) {
        requireState(state == EpisodeState.ENQUIRY || state == EpisodeState.WAITING);
        requireUnit(unit);
        requireAfterLast(at);
        if (waitingSince == null) {
            waitingSince = at;
        }
        state = EpisodeState.WAITING;
        priority = urgency;
        priorityRank = (byte) urgency.ordinal();
        priorityReason = reason;
        lastActAt = at;
    }

    /** Goes on waiting at this unit with the rank of another waiting: its priority, and since when. */
    void waitOn(Unit unit, Episode other, Instant at) {
        waitingSince = other.waitingSince;
        waitFor(unit, other.priority(), other.priorityReason, at);
    }

    /** Begins the stay or the follow-up. */
    void open(Unit unit, Instant at) {
        requireState(state == EpisodeState.ENQUIRY || state == EpisodeState.WAITING);
        requireUnit(unit);
        requireAfterLast(at);
        state = EpisodeState.OPEN;
        openedAt = at;
        staying = kind == EpisodeKind.INPATIENT ? true : null;
        lastActAt = at;
    }

    /** Another bed of the same unit; which one is kept with the stay. */
    void moveBed(Instant at) {
        requireState(state == EpisodeState.OPEN && kind == EpisodeKind.INPATIENT);
        requireAfterLast(at);
        lastActAt = at;
    }

    /** Goes on in another unit of the same centre. */
    void moveTo(Unit unit, Instant at) {
        requireState(state == EpisodeState.OPEN);
        if (!unit.centre().equals(centre())) {
            throw new IllegalArgumentException("An episode does not leave its centre");
        }
        requireAfterLast(at);
        place(unit);
        staying = kind == EpisodeKind.INPATIENT ? true : null;
        lastActAt = at;
    }

    /** Ends it for good. */
    void close(EndReason reason, @Nullable Destination to, Instant at) {
        requireState(state.live());
        if (!reason.suits(kind, state)) {
            throw new InvalidInput("reason", "episode.error.reason");
        }
        if (to == null && reason.needsDestination(state)) {
            throw new InvalidInput("destination", "episode.error.destination");
        }
        requireAfterLast(at);
        state = EpisodeState.CLOSED;
        endedAt = at;
        endReason = reason;
        destination = to;
        live = null;
        staying = null;
        lastActAt = at;
    }

    EpisodeId episode() {
        return new EpisodeId(id);
    }

    PersonId person() {
        return new PersonId(personId);
    }

    CentreId centre() {
        return new CentreId(centreId);
    }

    UnitId unit() {
        return new UnitId(unitId);
    }

    EpisodeKind kind() {
        return kind;
    }

    /** When the treatment began; null before that. */
    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    EpisodeState state() {
        return state;
    }

    long version() {
        return version;
    }

    /** How urgent; normal before anybody said so. */
    Priority priority() {
        return priority == null ? Priority.NORMAL : priority;
    }

    @Nullable
    String priorityReason() {
        return priorityReason;
    }

    private void place(Unit unit) {
        centreId = unit.centre().value();
        unitId = unit.id().value();
        kind = unit.kind().inpatient() ? EpisodeKind.INPATIENT : EpisodeKind.OUTPATIENT;
    }

    private static void requireState(boolean allowed) {
        if (!allowed) {
            throw new Conflict("episode.error.state");
        }
    }

    private void requireUnit(Unit unit) {
        if (!unit.id().equals(unit())) {
            throw new Conflict("episode.error.other-unit");
        }
    }

    private void requireAfterLast(Instant at) {
        if (at.isBefore(lastActAt)) {
            throw new InvalidInput("at", "episode.error.before-last");
        }
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void stored() {
        fresh = false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Episode episode && id.equals(episode.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
