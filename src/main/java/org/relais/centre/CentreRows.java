package org.relais.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.RoomId;
import org.relais.shared.ServiceDay;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

import static java.util.stream.Collectors.groupingBy;

/** Reads the whole small tree of centres, units, rooms and beds. */
@Component
class CentreRows {

    private final JdbcClient jdbc;

    CentreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Centre> read() {
        var beds =
                jdbc.sql("""
                        SELECT b.id, b.name, r.id AS room_id, r.name AS room_name, r.unit_id
                        FROM centre_bed b JOIN centre_room r ON r.id = b.room_id ORDER BY r.name, b.name""").query((row, number) -> bed(row)).list().stream().collect(groupingBy(Bed::unit));
        var units = jdbc
                .sql("SELECT id, centre_id, name, kind FROM centre_unit ORDER BY name")
                .query((row, number) -> unit(row, beds.getOrDefault(new UnitId(Utc.uuid(row, "id")), List.of())))
                .list()
                .stream()
                .collect(groupingBy(Unit::centre));
        return jdbc.sql("SELECT * FROM centre_centre ORDER BY name")
                .query((row, number) -> centre(row, units.getOrDefault(new CentreId(Utc.uuid(row, "id")), List.of())))
                .list();
    }

    List<MeetingRoom> meetingRooms() {
        return jdbc.sql("SELECT * FROM centre_meeting_room ORDER BY name")
                .query((row, number) -> new MeetingRoom(
                        new MeetingRoomId(Utc.uuid(row, "id")),
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getString("name")))
                .list();
    }

    List<ClosedDay> closedDays() {
        return jdbc.sql("SELECT * FROM centre_closed_day ORDER BY closed_on")
                .query((row, number) -> new ClosedDay(
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("reason")))
                .list();
    }

    private static Bed bed(ResultSet row) throws SQLException {
        return new Bed(
                new BedId(Utc.uuid(row, "id")),
                new RoomId(Utc.uuid(row, "room_id")),
                row.getString("room_name"),
                new UnitId(Utc.uuid(row, "unit_id")),
                row.getString("name"));
    }

    private static Unit unit(ResultSet row, List<Bed> beds) throws SQLException {
        return new Unit(
                new UnitId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                beds);
    }

    private static Centre centre(ResultSet row, List<Unit> units) throws SQLException {
        return new Centre(
                new CentreId(Utc.uuid(row, "id")),
                row.getString("code"),
                row.getString("name"),
                CentreKind.valueOf(row.getString("kind")),
                new ServiceDay(ZoneId.of(row.getString("time_zone")), row.getObject("day_cut_off", LocalTime.class)),
                row.getString("country_profile"),
                row.getString("telephone"),
                units);
    }
}
