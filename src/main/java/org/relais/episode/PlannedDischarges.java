package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeEventId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The days on which open episodes should end: what must be ready by then is worked towards before. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PlannedDischarges {

    private static final int YEARS_AHEAD = 3;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Centres centres;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PlannedDischarges(
            JdbcClient jdbc, AccessService access, Centres centres, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.access = access;
        this.centres = centres;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Plans the day on which an open episode ends, or takes it back.
     *
     * @param grant to write in the administrative section
     * @param plannedOn from today to three years ahead; null takes it back
     * @throws InvalidInput at {@code plannedOn}
     * @throws Conflict when the episode is not open
     * @throws NotFound when it is not the person's, or of a centre in which the actor takes no part
     */
    public void plan(Grant grant, EpisodeId episode, @Nullable LocalDate plannedOn) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var known = jdbc.sql("SELECT centre_id, state FROM episode_episode WHERE person_id IN (:people) AND id = :id")
                .param("people", grant.people().stream().map(Id::value).toList())
                .param("id", episode.value())
                .query((row, number) -> new Known(
                        new CentreId(Utc.uuid(row, "centre_id")), EpisodeState.valueOf(row.getString("state"))))
                .optional()
                .filter(found -> grant.centres().contains(found.centre()))
                .orElseThrow(NotFound::new);
        if (known.state() != EpisodeState.OPEN) {
            throw new Conflict("episode.error.state");
        }
        var today = centres.centre(known.centre()).serviceDay().of(clock.instant());
        if (plannedOn != null && (plannedOn.isBefore(today) || plannedOn.isAfter(today.plusYears(YEARS_AHEAD)))) {
            throw new InvalidInput("plannedOn", "episode.error.planned", YEARS_AHEAD);
        }
        jdbc.sql("""
                        INSERT INTO episode_planned_discharge
                            (id, episode_id, person_id, planned_on, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?)""")
                .param(EpisodeEventId.create().value())
                .param(episode.value())
                .param(grant.person().value())
                .param(plannedOn)
                .param(Utc.column(clock.instant()))
                .param(grant.actor().id().value())
                .update();
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "episode", episode);
        events.publishEvent(new BedsChanged(known.centre()));
    }

    /**
     * The planned ends of the person's open episodes that the grant shows, the earliest first. One SQL.
     *
     * @param record a grant for the record
     */
    @Transactional(readOnly = true)
    public List<PlannedDischarge> of(Grant record) {
        access.requireRecord(record);
        return jdbc
                .sql("""
                        SELECT e.id, e.centre_id, e.unit_id, e.kind, p.planned_on, p.recorded_at, p.recorded_by
                        FROM episode_episode e
                        JOIN episode_planned_discharge p ON p.episode_id = e.id AND p.id =
                            (SELECT l.id FROM episode_planned_discharge l WHERE l.episode_id = e.id
                             ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1)
                        WHERE e.person_id IN (:people) AND e.state = 'OPEN' AND p.planned_on IS NOT NULL
                        ORDER BY p.planned_on, e.id""")
                .param("people", record.people().stream().map(Id::value).toList())
                .query((row, number) -> new Shown(new UnitId(Utc.uuid(row, "unit_id")), planned(row)))
                .list()
                .stream()
                .filter(shown -> record.entryLevel(
                                Section.ADMINISTRATIVE, shown.planned().centre(), shown.unit(), false)
                        == EntryLevel.FULL)
                .map(Shown::planned)
                .toList();
    }

    private PlannedDischarge planned(ResultSet row) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var plannedOn = row.getObject("planned_on", LocalDate.class);
        return new PlannedDischarge(
                new EpisodeId(Utc.uuid(row, "id")),
                centre,
                EpisodeKind.valueOf(row.getString("kind")),
                plannedOn,
                centres.centre(centre).serviceDay().daysUntil(plannedOn, clock.instant()),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    private record Known(CentreId centre, EpisodeState state) {}

    private record Shown(UnitId unit, PlannedDischarge planned) {}
}
