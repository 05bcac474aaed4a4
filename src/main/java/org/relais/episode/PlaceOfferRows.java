package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.shared.BedId;
import org.relais.shared.BedReservationId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * The table of offers of a place. Within the caller's transaction; whoever changes an offer holds first the waiting,
 * then the bed, then the offer, so that two who meet wait for each other instead of blocking each other.
 */
@Component
class PlaceOfferRows {

    /** Who ends what nobody ends. */
    static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    // What ended stands in the list for so long, so that everybody sees how
    private static final Duration SHOWN_AFTER_END = Duration.ofDays(7);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceOfferRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(OfferPlace command, Episode episode, Unit to, @Nullable Bed bed, StaffId by) {
        try {
            jdbc.sql("""
                            INSERT INTO episode_place_offer
                                (id, version, episode_id, person_id, from_centre_id, from_unit_id, to_centre_id,
                                 to_unit_id, bed_id, begins_on, holds_until, state, offered_at, offered_by, live)
                            VALUES (?,0,?,?,?,?,?,?,?,?,?,'OFFERED',?,?,TRUE)""")
                    .param(command.id().value())
                    .param(episode.episode().value())
                    .param(episode.person().value())
                    .param(episode.centre().value())
                    .param(episode.unit().value())
                    .param(to.centre().value())
                    .param(to.id().value())
                    .param(bed == null ? null : bed.id().value())
                    .param(command.beginsOn())
                    .param(Utc.column(command.holdsUntil()))
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .update();
        } catch (DuplicateKeyException offered) {
            var cause = String.valueOf(offered.getMostSpecificCause().getMessage());
            throw bed != null && cause.contains("episode_place_offer_bed")
                    ? new Conflict("episode.error.bed-kept", bed.label())
                    : new Conflict("episode.offer.error.again");
        }
    }

    /** The offer as it stands, held by nobody. */
    Optional<PlaceOffer> find(PlaceOfferId offer) {
        return jdbc.sql("SELECT * FROM episode_place_offer WHERE id = ?")
                .param(offer.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The offer, and nobody else changes it until the transaction ends. */
    PlaceOffer held(PlaceOfferId offer) {
        return jdbc.sql("SELECT * FROM episode_place_offer WHERE id = ? FOR UPDATE")
                .param(offer.value())
                .query((row, number) -> read(row))
                .single();
    }

    /** Holds the waiting until the transaction ends. */
    void hold(EpisodeId episode) {
        jdbc.sql("SELECT version FROM episode_episode WHERE id = ? FOR UPDATE")
                .param(episode.value())
                .query(Long.class)
                .optional();
    }

    /** @param episode the waiting that goes on, at the unit that offered */
    void accept(PlaceOfferId offer, EpisodeId episode, StaffId by) {
        jdbc.sql("""
                        UPDATE episode_place_offer SET version = version + 1, state = 'ACCEPTED', episode_id = ?,
                               accepted_at = ?, accepted_by = ?
                        WHERE id = ? AND state = 'OFFERED'""")
                .param(episode.value())
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(offer.value())
                .update();
    }

    /** The offer answers this waiting from now on. */
    void moveTo(PlaceOfferId offer, EpisodeId episode) {
        jdbc.sql("UPDATE episode_place_offer SET episode_id = ? WHERE id = ?")
                .param(episode.value())
                .param(offer.value())
                .update();
    }

    /** Nothing happens when it ended already. */
    boolean end(
            PlaceOfferId offer,
            PlaceOfferState state,
            @Nullable PlaceOfferCause cause,
            @Nullable String reason,
            StaffId by) {
        return jdbc.sql("""
                        UPDATE episode_place_offer SET version = version + 1, state = ?, cause = ?, reason = ?,
                               ended_at = ?, ended_by = ?, live = NULL
                        WHERE id = ? AND live""")
                        .param(state.name())
                        .param(cause == null ? null : cause.name())
                        .param(reason)
                        .param(Utc.column(clock.instant()))
                        .param(by.value())
                        .param(offer.value())
                        .update()
                == 1;
    }

    /** A reservation of a bed has the id of the offer it was made by: ends that offer, if there is one. */
    void reservationEnded(
            BedReservationId reservation, PlaceOfferState state, @Nullable PlaceOfferCause cause, StaffId by) {
        end(new PlaceOfferId(reservation.value()), state, cause, null, by);
    }

    /** Ends the offer a reservation was made by when its time is over; whether it did. */
    boolean lapse(BedReservationId reservation) {
        return jdbc.sql("""
                        UPDATE episode_place_offer SET version = version + 1, state = 'EXPIRED', ended_at = holds_until,
                               ended_by = ?, live = NULL
                        WHERE id = ? AND state = 'OFFERED' AND holds_until <= ?""")
                        .param(NOBODY.value())
                        .param(reservation.value())
                        .param(Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    /** Whether a reservation was made by an offer that still stands. */
    boolean live(BedReservationId reservation) {
        return jdbc.sql("SELECT 1 FROM episode_place_offer WHERE id = ? AND live")
                .param(reservation.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What waited for an answer that did not come in time. */
    List<PlaceOffer> lapsed() {
        return jdbc.sql("""
                        SELECT * FROM episode_place_offer
                        WHERE state = 'OFFERED' AND holds_until <= ? ORDER BY holds_until, id LIMIT ?""")
                .param(Utc.column(clock.instant()))
                .param(MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /** The live offers of these records of one person. */
    List<PlaceOffer> live(Collection<PersonId> people) {
        return jdbc.sql("SELECT * FROM episode_place_offer WHERE person_id IN (:people) AND live")
                .param("people", values(people))
                .query((row, number) -> read(row))
                .list();
    }

    /** The person's offers, the latest first. */
    List<PlaceOffer> of(Grant grant) {
        return jdbc
                .sql("SELECT * FROM episode_place_offer WHERE person_id IN (:people) ORDER BY offered_at DESC, id DESC")
                .param("people", values(grant.people()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .map(offer -> offer.at(clock.instant()))
                .toList();
    }

    /** What concerns the centres of the scope: the live ones, and those that ended lately; the first to lapse first. */
    List<PlaceOffer> concerning(Scope scope) {
        var now = clock.instant();
        return jdbc
                .sql("""
                        SELECT * FROM episode_place_offer
                        WHERE (to_centre_id IN (:centres) OR from_centre_id IN (:centres))
                          AND (live OR ended_at > :since) AND person_id NOT IN (:hidden)
                        ORDER BY live DESC, ended_at DESC, holds_until, id LIMIT :most""")
                .param("centres", values(scope.centres()))
                .param("since", Utc.column(now.minus(SHOWN_AFTER_END)))
                .param("hidden", values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .map(offer -> offer.at(now))
                .toList();
    }

    /**
     * How many people the unit could still take in by that day who have no bed yet: its beds that are open, neither
     * kept nor taken beyond it, less the places offered without a bed.
     */
    int places(Unit unit, LocalDate by) {
        var beds = unit.beds().stream().map(Bed::id).toList();
        return Objects.requireNonNull(jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM episode_bed_occupancy o
                                JOIN episode_stay s ON s.id = o.stay_id
                                LEFT JOIN episode_planned_discharge p ON p.episode_id = s.episode_id AND p.id =
                                    (SELECT l.id FROM episode_planned_discharge l WHERE l.episode_id = s.episode_id
                                     ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1)
                                WHERE o.bed_id IN (:beds) AND (p.planned_on IS NULL OR p.planned_on > :by))
                             + (SELECT COUNT(*) FROM episode_bed b
                                WHERE b.bed_id IN (:beds) AND (b.state = 'CLOSED' OR b.reservation_id IS NOT NULL))
                             + (SELECT COUNT(*) FROM episode_place_offer f
                                WHERE f.to_unit_id = :unit AND f.live AND f.bed_id IS NULL
                                  AND (f.state = 'ACCEPTED' OR f.holds_until > :now))""")
                .param("beds", values(beds))
                .param("by", by)
                .param("unit", unit.id().value())
                .param("now", Utc.column(clock.instant()))
                .query((row, number) -> beds.size() - row.getInt(1))
                .single());
    }

    private static PlaceOffer read(ResultSet row) throws SQLException {
        var bed = Utc.uuidOrNull(row, "bed_id");
        var endedBy = Utc.uuidOrNull(row, "ended_by");
        var cause = row.getString("cause");
        return new PlaceOffer(
                new PlaceOfferId(Utc.uuid(row, "id")),
                row.getLong("version"),
                new EpisodeId(Utc.uuid(row, "episode_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                null,
                new CentreId(Utc.uuid(row, "from_centre_id")),
                new UnitId(Utc.uuid(row, "from_unit_id")),
                new CentreId(Utc.uuid(row, "to_centre_id")),
                new UnitId(Utc.uuid(row, "to_unit_id")),
                bed == null ? null : new BedId(bed),
                row.getObject("begins_on", LocalDate.class),
                Utc.instant(row, "holds_until"),
                PlaceOfferState.valueOf(row.getString("state")),
                Utc.instant(row, "offered_at"),
                new StaffId(Utc.uuid(row, "offered_by")),
                Utc.instantOrNull(row, "accepted_at"),
                Utc.instantOrNull(row, "ended_at"),
                endedBy == null || endedBy.equals(NOBODY.value()) ? null : new StaffId(endedBy),
                cause == null ? null : PlaceOfferCause.valueOf(cause),
                row.getString("reason"));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(new UUID(0, 0)), ids.stream().map(Id::value))
                .toList();
    }
}
