package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.centre.Bed;
import org.relais.shared.BedEventId;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * How the beds stand and for whom they are kept, and every act on them. Whoever changes a bed holds its row first, so
 * that what was looked at is still so when it is written.
 */
@Component
class BedRows {

    /** The shortest reason for going against a reservation, in characters. */
    static final int SHORTEST_REASON = 10;

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final PlaceOfferRows offers;
    private final Clock clock;

    BedRows(JdbcClient jdbc, PlaceOfferRows offers, Clock clock) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.clock = clock;
    }

    /** The beds with which something was done; the others are as new. One SQL. */
    Map<BedId, BedState> states(Collection<Bed> beds) {
        var states = new HashMap<BedId, BedState>();
        jdbc.sql("SELECT * FROM episode_bed WHERE bed_id IN (:beds)")
                .param("beds", values(beds.stream().map(Bed::id).toList()))
                .query(row -> {
                    states.put(new BedId(Utc.uuid(row, "bed_id")), state(row));
                });
        return states;
    }

    /**
     * Holds the bed until the transaction ends.
     *
     * @throws BedTaken when somebody else holds it for too long
     */
    BedState hold(Bed bed) {
        try {
            return hold(bed.id());
        } catch (PessimisticLockingFailureException busy) {
            throw new BedTaken(bed);
        }
    }

    /**
     * Gives the bed to one person, known by these ids.
     *
     * @throws BedWarned when something speaks against it that the consent does not name
     * @throws Conflict when it is closed
     */
    void give(Authority authority, Set<PersonId> people, Bed bed, BedConsent consent, Instant at) {
        var state = hold(bed);
        if (state.condition() == BedCondition.CLOSED) {
            throw new Conflict("episode.error.bed-closed", bed.label());
        }
        var by = authority.actor().id();
        var kept = state.reservation();
        if (kept != null) {
            var meant = kept.person() == null ? kept.id().equals(consent.fulfils()) : people.contains(kept.person());
            var reason = meant ? null : overriding(bed, consent);
            free(bed.id());
            keep(Act.of(bed.id(), meant ? BedAct.FULFILLED : BedAct.OVERRIDDEN, at, by)
                    .about(kept)
                    .because(reason));
            offers.reservationEnded(
                    kept.id(),
                    meant ? PlaceOfferState.TAKEN_UP : PlaceOfferState.WITHDRAWN,
                    meant ? null : PlaceOfferCause.BED_GIVEN,
                    by);
        }
        if (state.condition() == BedCondition.TO_CLEAN) {
            if (!consent.uncleaned()) {
                throw new BedWarned(bed, BedWarned.Warning.TO_CLEAN);
            }
            keep(Act.of(bed.id(), BedAct.GIVEN_UNCLEANED, at, by));
        }
    }

    /** Somebody left the bed: it is to be cleaned. */
    void left(Authority authority, PersonId person, BedId bed, Instant at) {
        hold(bed);
        become(bed, BedCondition.TO_CLEAN, at, null, null);
        keep(Act.of(bed, BedAct.LEFT, at, authority.actor().id()).of(person));
    }

    /**
     * Where the person is, or that they do not come, is settled: no bed is kept for them any more, but one that is offered
     * to them for what they wait for besides.
     */
    void reached(Grant grant, Instant at) {
        release(grant, at, kept -> !offers.live(kept.id()));
    }

    /**
     * Another bed is kept for the person: what was kept for them before is free again, also what was offered.
     *
     * @param but the reservation that stays
     */
    void reached(Grant grant, Instant at, BedReservationId but) {
        release(grant, at, kept -> !kept.id().equals(but));
    }

    private void release(Grant grant, Instant at, Predicate<BedReservation> which) {
        jdbc.sql("SELECT bed_id FROM episode_bed WHERE reserved_for IN (:people)")
                .param("people", values(grant.people()))
                .query(UUID.class)
                .list()
                .forEach(value -> {
                    var bed = new BedId(value);
                    var kept = hold(bed).reservation();
                    if (kept != null
                            && kept.person() != null
                            && grant.people().contains(kept.person())
                            && which.test(kept)) {
                        free(bed);
                        keep(Act.of(bed, BedAct.RELEASED, at, grant.actor().id())
                                .about(kept));
                        offers.reservationEnded(
                                kept.id(),
                                PlaceOfferState.WITHDRAWN,
                                PlaceOfferCause.BED_RELEASED,
                                grant.actor().id());
                    }
                });
    }

    void reserve(Bed bed, @Nullable PersonId person, @Nullable String words, ReserveBed command, StaffId by) {
        var now = clock.instant();
        jdbc.sql("""
                        UPDATE episode_bed
                        SET reservation_id = ?, reserved_for = ?, reserved_words = ?, expected_at = ?, reserved_at = ?,
                            reserved_by = ?, version = version + 1
                        WHERE bed_id = ?""")
                .param(command.id().value())
                .param(person == null ? null : person.value())
                .param(words)
                .param(Utc.column(command.expectedAt()))
                .param(Utc.column(now))
                .param(by.value())
                .param(bed.id().value())
                .update();
        keep(Act.of(bed.id(), BedAct.RESERVED, now, by)
                .about(new BedReservation(command.id(), person, null, words, command.expectedAt(), now, by))
                .because(words));
    }

    /** Nothing is kept there any more, and an offer it was kept for is withdrawn. */
    void release(BedId bed, BedReservation kept, StaffId by) {
        free(bed);
        keep(Act.of(bed, BedAct.RELEASED, clock.instant(), by).about(kept));
        offers.reservationEnded(kept.id(), PlaceOfferState.WITHDRAWN, PlaceOfferCause.BED_RELEASED, by);
    }

    /** Nothing is kept there any more by this reservation. Nothing happens when it is gone. */
    void releaseFor(Bed bed, BedReservationId reservation, StaffId by) {
        var kept = hold(bed).reservation();
        if (kept != null && kept.id().equals(reservation)) {
            free(bed.id());
            keep(Act.of(bed.id(), BedAct.RELEASED, clock.instant(), by).about(kept));
        }
    }

    void change(
            BedId bed,
            BedAct act,
            BedCondition condition,
            @Nullable String reason,
            @Nullable LocalDate until,
            StaffId by) {
        var now = clock.instant();
        become(bed, condition, now, reason, until);
        keep(Act.of(bed, act, now, by).because(reason).until(until));
    }

    /** Whether nobody is in the bed, once it is held. */
    boolean free(Bed bed) {
        return jdbc.sql("SELECT 1 FROM episode_bed_occupancy WHERE bed_id = ? LOCK IN SHARE MODE")
                .param(bed.id().value())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    private BedState hold(BedId bed) {
        jdbc.sql("INSERT INTO episode_bed (bed_id, version, state) VALUES (?, 0, 'READY')"
                        + " ON DUPLICATE KEY UPDATE bed_id = bed_id")
                .param(bed.value())
                .update();
        var state = read(bed);
        var kept = state.reservation();
        // What was offered and not answered in time keeps the bed no longer, whether or not anybody looked since
        if (kept == null || !offers.lapse(kept.id())) {
            return state;
        }
        free(bed);
        keep(Act.of(bed, BedAct.RELEASED, clock.instant(), PlaceOfferRows.NOBODY)
                .about(kept));
        return read(bed);
    }

    private BedState read(BedId bed) {
        return jdbc.sql("SELECT * FROM episode_bed WHERE bed_id = ? FOR UPDATE")
                .param(bed.value())
                .query((row, number) -> state(row))
                .single();
    }

    private static String overriding(Bed bed, BedConsent consent) {
        if (consent.overriding() == null) {
            throw new BedWarned(bed, BedWarned.Warning.RESERVED);
        }
        var reason = FreeText.requireLine("overriding", consent.overriding(), FreeText.LINE);
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
            throw new InvalidInput("overriding", "episode.error.bed-reason", SHORTEST_REASON);
        }
        return reason;
    }

    private void become(
            BedId bed, BedCondition condition, Instant since, @Nullable String reason, @Nullable LocalDate until) {
        jdbc.sql("""
                        UPDATE episode_bed
                        SET state = ?, since = ?, reason = ?, closed_until = ?, version = version + 1
                        WHERE bed_id = ?""")
                .param(condition.name())
                .param(Utc.column(since))
                .param(reason)
                .param(until)
                .param(bed.value())
                .update();
    }

    private void free(BedId bed) {
        jdbc.sql("""
                        UPDATE episode_bed
                        SET reservation_id = NULL, reserved_for = NULL, reserved_words = NULL, expected_at = NULL,
                            reserved_at = NULL, reserved_by = NULL, version = version + 1
                        WHERE bed_id = ?""").param(bed.value()).update();
    }

    private void keep(Act act) {
        var kept = act.kept;
        var person = act.person != null ? act.person : kept == null ? null : kept.person();
        jdbc.sql("""
                        INSERT INTO episode_bed_event
                            (id, bed_id, act, at, recorded_at, recorded_by, person_id, reservation_id, reason,
                             expected_at, closed_until)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?)""")
                .param(BedEventId.create().value())
                .param(act.bed.value())
                .param(act.act.name())
                .param(Utc.column(act.at))
                .param(Utc.column(clock.instant()))
                .param(act.by.value())
                .param(person == null ? null : person.value())
                .param(kept == null ? null : kept.id().value())
                .param(act.reason)
                .param(kept == null ? null : Utc.column(kept.expectedAt()))
                .param(act.until)
                .update();
    }

    private static BedState state(ResultSet row) throws SQLException {
        var reservation = Utc.uuidOrNull(row, "reservation_id");
        var person = Utc.uuidOrNull(row, "reserved_for");
        return new BedState(
                row.getInt("version"),
                BedCondition.valueOf(row.getString("state")),
                Utc.instantOrNull(row, "since"),
                row.getString("reason"),
                row.getObject("closed_until", LocalDate.class),
                reservation == null
                        ? null
                        : new BedReservation(
                                new BedReservationId(reservation),
                                person == null ? null : new PersonId(person),
                                null,
                                row.getString("reserved_words"),
                                Utc.instant(row, "expected_at"),
                                Utc.instant(row, "reserved_at"),
                                new StaffId(Utc.uuid(row, "reserved_by"))));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** One act as it is kept. */
    private record Act(
            BedId bed,
            BedAct act,
            Instant at,
            StaffId by,
            @Nullable PersonId person,
            @Nullable BedReservation kept,
            @Nullable String reason,
            @Nullable LocalDate until) {

        static Act of(BedId bed, BedAct act, Instant at, StaffId by) {
            return new Act(bed, act, at, by, null, null, null, null);
        }

        Act of(PersonId who) {
            return new Act(bed, act, at, by, who, kept, reason, until);
        }

        Act about(BedReservation reservation) {
            return new Act(bed, act, at, by, person, reservation, reason, until);
        }

        Act because(@Nullable String why) {
            return new Act(bed, act, at, by, person, kept, why, until);
        }

        Act until(@Nullable LocalDate day) {
            return new Act(bed, act, at, by, person, kept, reason, day);
        }
    }
}
