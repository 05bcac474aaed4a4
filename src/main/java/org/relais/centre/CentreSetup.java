package org.relais.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.NotFound;
import org.relais.shared.RoomId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;

/**
 * Opens centres, units and beds, and changes what they are called. Administrators only. Names and codes that must be
 * unique are refused at their field.
 */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class CentreSetup {

    // Typed on command lines and put into files: nothing that a shell or a file name takes for something else
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    private static final String CODE_FIELD = "code";
    private static final String NAME = "name";
    private static final String TELEPHONE = "telephone";
    private static final String BEDS = "beds";

    private final JdbcClient jdbc;
    private final Centres centres;

    CentreSetup(JdbcClient jdbc, Centres centres) {
        this.jdbc = jdbc;
        this.centres = centres;
    }

    /**
     * Opens a centre.
     *
     * @throws InvalidInput at {@code code} when it is not one or another centre has it, at {@code countryProfile} when
     *     there is none of that name, at {@code name} and {@code telephone} when they are too long or missing
     */
    public CentreId openCentre(OpenCentre command) {
        var code = FreeText.requireLine(CODE_FIELD, command.code(), 20);
        if (!CODE.matcher(code).matches()) {
            throw new InvalidInput(CODE_FIELD, "centre.error.code");
        }
        if (!OpenCentre.COUNTRY_PROFILES.contains(command.countryProfile())) {
            throw new InvalidInput("countryProfile", "shared.error.required");
        }
        var id = CentreId.create();
        write(
                jdbc.sql("INSERT INTO centre_centre VALUES (?,?,?,?,?,?,?,?)")
                        .param(id.value())
                        .param(code)
                        .param(name(command.name()))
                        .param(command.kind().name())
                        .param(command.zone().getId())
                        .param(command.dayCutOff())
                        .param(command.countryProfile())
                        .param(telephone(command.telephone())),
                CODE_FIELD,
                "centre.error.code-taken");
        centres.forget();
        return id;
    }

    /**
     * Changes what a centre is called and where it is reached.
     *
     * @param opened the centre as it was shown to whoever changes it
     * @throws StaleVersion when somebody changed it meanwhile
     */
    public void changeCentre(Centre opened, String name, @Nullable String telephone) {
        var changed = jdbc.sql("""
                        UPDATE centre_centre SET name = ?, telephone = ?
                        WHERE id = ? AND BINARY name = ? AND BINARY telephone <=> ?""")
                .param(name(name))
                .param(telephone(telephone))
                .param(opened.id().value())
                .param(opened.name())
                .param(opened.telephone())
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        centres.forget();
    }

    /**
     * Adds a unit.
     *
     * @throws InvalidInput at {@code name} when the centre has a unit of that name
     */
    public UnitId openUnit(CentreId centre, String name, UnitKind kind) {
        var id = UnitId.create();
        write(
                jdbc.sql("INSERT INTO centre_unit VALUES (?,?,?,?)")
                        .param(id.value())
                        .param(centre.value())
                        .param(name(name))
                        .param(kind.name()),
                NAME,
                "centre.error.unit-taken");
        centres.forget();
        return id;
    }

    /**
     * Changes what a unit is called.
     *
     * @param opened the unit as it was shown to whoever changes it
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws InvalidInput at {@code name} when the centre has another unit of that name
     */
    public void renameUnit(Unit opened, String name) {
        var statement = jdbc.sql("UPDATE centre_unit SET name = ? WHERE id = ? AND BINARY name = ?")
                .param(name(name))
                .param(opened.id().value())
                .param(opened.name());
        if (write(statement, NAME, "centre.error.unit-taken") == 0) {
            throw new StaleVersion();
        }
        centres.forget();
    }

    /**
     * Adds a room and its beds, named in the given order.
     *
     * @throws InvalidInput at {@code name} when the unit has a room of that name, at {@code beds} when there is none or
     *     one is named twice
     * @throws Conflict when nobody stays overnight in the unit
     */
    public List<BedId> openRoom(UnitId unit, String name, List<String> beds) {
        if (!centres.unit(unit).orElseThrow(NotFound::new).kind().inpatient()) {
            throw new Conflict("centre.error.no-beds-here");
        }
        if (beds.isEmpty()) {
            throw new InvalidInput(BEDS, "shared.error.required");
        }
        var room = RoomId.create();
        write(
                jdbc.sql("INSERT INTO centre_room VALUES (?,?,?)")
                        .param(room.value())
                        .param(unit.value())
                        .param(FreeText.requireLine(NAME, name, 40)),
                NAME,
                "centre.error.room-taken");
        var ids = beds.stream().map(bed -> addBed(room, bed)).toList();
        centres.forget();
        return ids;
    }

    /**
     * Adds a room in which people meet.
     *
     * @throws InvalidInput at {@code name} when the centre has one of that name
     */
    public MeetingRoomId openMeetingRoom(CentreId centre, String name) {
        var id = MeetingRoomId.create();
        write(
                jdbc.sql("INSERT INTO centre_meeting_room VALUES (?,?,?)")
                        .param(id.value())
                        .param(centre.value())
                        .param(FreeText.requireLine(NAME, name, 40)),
                NAME,
                "centre.error.meeting-room-taken");
        centres.forget();
        return id;
    }

    /**
     * Closes the centre on a day, beside weekends and public holidays. What was planned for it stays planned.
     *
     * @throws InvalidInput at {@code day} when the centre is closed on it already
     */
    public void closeOn(CentreId centre, LocalDate day, String reason) {
        write(
                jdbc.sql("INSERT INTO centre_closed_day VALUES (?,?,?)")
                        .param(centre.value())
                        .param(day)
                        .param(FreeText.requireLine("reason", reason, 120)),
                "day",
                "centre.error.closed-already");
        centres.forget();
    }

    /** Opens the centre again on a day on which it was to be closed. */
    public void openOn(CentreId centre, LocalDate day) {
        jdbc.sql("DELETE FROM centre_closed_day WHERE centre_id = ? AND closed_on = ?")
                .param(centre.value())
                .param(day)
                .update();
        centres.forget();
    }

    private BedId addBed(RoomId room, String name) {
        var id = BedId.create();
        write(
                jdbc.sql("INSERT INTO centre_bed VALUES (?,?,?)")
                        .param(id.value())
                        .param(room.value())
                        .param(FreeText.requireLine(BEDS, name, 40)),
                BEDS,
                "centre.error.bed-twice");
        return id;
    }

    private static String name(@Nullable String typed) {
        return FreeText.requireLine(NAME, typed, 120);
    }

    private static @Nullable String telephone(@Nullable String typed) {
        return FreeText.optionalLine(TELEPHONE, typed, 40);
    }

    private static int write(JdbcClient.StatementSpec statement, String field, String taken) {
        try {
            return statement.update();
        } catch (DuplicateKeyException _) {
            throw new InvalidInput(field, taken);
        }
    }
}
