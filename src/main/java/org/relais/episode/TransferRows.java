package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.Transfer.Step;
import org.relais.person.PersonName;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TransferId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The table of transfers between centres. Within the caller's transaction. */
@Component
class TransferRows {

    // What ended stands in the lists for so long, so that the other end sees how
    private static final Duration SHOWN_AFTER_END = Duration.ofDays(7);
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Centres centres;
    private final Clock clock;

    TransferRows(JdbcClient jdbc, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.clock = clock;
    }

    void insert(RequestTransfer command, Episode episode, PersonName name, Unit to, String handOver, StaffId by) {
        try {
            jdbc.sql("""
                            INSERT INTO episode_transfer
                                (id, version, episode_id, person_id, person_name, shown_alias, file_number, birth_date,
                                 from_centre_id, from_unit_id, to_centre_id, to_unit_id, wished_on, until_on, hand_over,
                                 state, asked_at, asked_by, live, guest_live)
                            VALUES (?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,'REQUESTED',?,?,?,?)""")
                    .param(command.id().value())
                    .param(episode.episode().value())
                    .param(episode.person().value())
                    .param(name.display())
                    .param(name.alias())
                    .param(name.fileNumber())
                    .param(name.birthDate())
                    .param(episode.centre().value())
                    .param(episode.unit().value())
                    .param(to.centre().value())
                    .param(to.id().value())
                    .param(command.wishedOn())
                    .param(command.untilOn())
                    .param(handOver)
                    .param(Utc.column(clock.instant()))
                    .param(by.value())
                    .param(command.untilOn() == null ? true : null)
                    .param(command.untilOn() == null ? null : true)
                    .update();
        } catch (DuplicateKeyException asked) {
            throw new Conflict(
                    command.untilOn() == null ? "episode.transfer.error.asked" : "episode.guest.error.asked");
        }
    }

    /** The transfer, and nobody else changes it until the transaction ends: of two at once the second sees the first. */
    Optional<Transfer> held(TransferId transfer) {
        return jdbc.sql("SELECT * FROM episode_transfer WHERE id = ? FOR UPDATE")
                .param(transfer.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<Transfer> heldLive(EpisodeId episode) {
        return jdbc
                .sql("SELECT * FROM episode_transfer WHERE episode_id = ? AND (live OR guest_live) FOR UPDATE")
                .param(episode.value())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(transfer -> transfer.state().live())
                .toList();
    }

    void accept(AcceptTransfer command, StaffId by) {
        var bed = command.bed();
        jdbc.sql("""
                        UPDATE episode_transfer SET version = version + 1, state = 'ACCEPTED', expected_on = ?,
                               bed_id = ?, accepted_at = ?, accepted_by = ?
                        WHERE id = ?""")
                .param(command.expectedOn())
                .param(bed == null ? null : bed.value())
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(command.transfer().value())
                .update();
    }

    void end(TransferId transfer, TransferState state, @Nullable String reason, @Nullable EpisodeId next, StaffId by) {
        jdbc.sql("""
                        UPDATE episode_transfer SET version = version + 1, state = ?, end_reason = ?, next_episode = ?,
                               ended_at = ?, ended_by = ?, live = NULL, guest_live = NULL
                        WHERE id = ?""")
                .param(state.name())
                .param(reason)
                .param(next == null ? null : next.value())
                .param(Utc.column(clock.instant()))
                .param(by.value())
                .param(transfer.value())
                .update();
    }

    /** What was begun to be told of an episode that ended, by whomever, and not sent. */
    void forgetDrafts(EpisodeId episode) {
        jdbc.sql("DELETE FROM episode_hand_over_draft WHERE episode_id = ?")
                .param(episode.value())
                .update();
    }

    /** The person's transfers, the latest first. */
    List<Transfer> of(Grant grant) {
        return jdbc.sql("SELECT * FROM episode_transfer WHERE person_id IN (:people) ORDER BY asked_at DESC, id DESC")
                .param("people", values(grant.people()))
                .query((row, number) -> read(row))
                .list();
    }

    /** What concerns the centres of the scope: the live ones, and those that ended lately; the longest asked first. */
    List<Transfer> concerning(Scope scope) {
        var since = clock.instant().minus(SHOWN_AFTER_END);
        return jdbc.sql("""
                        SELECT * FROM episode_transfer
                        WHERE (to_centre_id IN (:centres) OR from_centre_id IN (:centres))
                          AND (live OR ended_at > :since OR (guest_live AND until_on >= :lately))
                          AND person_id NOT IN (:hidden)
                        ORDER BY asked_at, id LIMIT :most""")
                .param("centres", values(scope.centres()))
                .param("since", Utc.column(since))
                .param("lately", LocalDate.ofInstant(since, ZoneOffset.UTC))
                .param("hidden", values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    private Transfer read(ResultSet row) throws SQLException {
        var bed = Utc.uuidOrNull(row, "bed_id");
        var next = Utc.uuidOrNull(row, "next_episode");
        @Nullable LocalDate birthDate = row.getObject("birth_date", LocalDate.class);
        @Nullable LocalDate untilOn = row.getObject("until_on", LocalDate.class);
        @Nullable LocalDate expectedOn = row.getObject("expected_on", LocalDate.class);
        var toCentre = new CentreId(Utc.uuid(row, "to_centre_id"));
        return new Transfer(
                        new TransferId(Utc.uuid(row, "id")),
                        row.getLong("version"),
                        new PersonName(
                                new PersonId(Utc.uuid(row, "person_id")),
                                row.getString("person_name"),
                                row.getBoolean("shown_alias"),
                                row.getString("file_number"),
                                birthDate),
                        new EpisodeId(Utc.uuid(row, "episode_id")),
                        new CentreId(Utc.uuid(row, "from_centre_id")),
                        new UnitId(Utc.uuid(row, "from_unit_id")),
                        toCentre,
                        new UnitId(Utc.uuid(row, "to_unit_id")),
                        row.getObject("wished_on", LocalDate.class),
                        untilOn,
                        row.getString("hand_over"),
                        TransferState.valueOf(row.getString("state")),
                        new Step(Utc.instant(row, "asked_at"), new StaffId(Utc.uuid(row, "asked_by"))),
                        expectedOn,
                        bed == null ? null : new BedId(bed),
                        step(row, "accepted"),
                        step(row, "ended"),
                        row.getString("end_reason"),
                        next == null ? null : new EpisodeId(next))
                .on(centres.centre(toCentre).serviceDay().of(clock.instant()));
    }

    private static @Nullable Step step(ResultSet row, String name) throws SQLException {
        var at = Utc.instantOrNull(row, name + "_at");
        return at == null ? null : new Step(at, new StaffId(Utc.uuid(row, name + "_by")));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(new UUID(0, 0)), ids.stream().map(Id::value))
                .toList();
    }
}
