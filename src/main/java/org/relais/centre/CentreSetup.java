package org.relais.centre;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.RoomId;
import org.relais.shared.UnitId;

/** Opens centres, units and beds. Administrators only. */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class CentreSetup {

    private final JdbcClient jdbc;
    private final Centres centres;

    CentreSetup(JdbcClient jdbc, Centres centres) {
        this.jdbc = jdbc;
        this.centres = centres;
    }

    /**
     * Opens a centre.
     *
     * @throws org.relais.shared.InvalidInput when code or name is missing or too long
     */
    public CentreId openCentre(OpenCentre command) {
        var id = CentreId.create();
        jdbc.sql("INSERT INTO centre_centre VALUES (?,?,?,?,?,?,?,?)")
                .param(id.value())
                .param(FreeText.requireLine("code", command.code(), 20))
                .param(FreeText.requireLine("name", command.name(), 120))
                .param(command.kind().name())
                .param(command.zone().getId())
                .param(command.dayCutOff())
                .param(command.countryProfile())
                .param(command.telephone())
                .update();
        centres.forget();
        return id;
    }

    public UnitId openUnit(CentreId centre, String name, UnitKind kind) {
        var id = UnitId.create();
        jdbc.sql("INSERT INTO centre_unit VALUES (?,?,?,?)")
                .param(id.value())
                .param(centre.value())
                .param(FreeText.requireLine("name", name, 120))
                .param(kind.name())
                .update();
        centres.forget();
        return id;
    }

    /** Adds a room and its beds, named in the given order. */
    public List<BedId> openRoom(UnitId unit, String name, List<String> beds) {
        var room = RoomId.create();
        jdbc.sql("INSERT INTO centre_room VALUES (?,?,?)")
                .param(room.value())
                .param(unit.value())
                .param(FreeText.requireLine("name", name, 40))
                .update();
        var ids = beds.stream().map(bed -> addBed(room, bed)).toList();
        centres.forget();
        return ids;
    }

    private BedId addBed(RoomId room, String name) {
        var id = BedId.create();
        jdbc.sql("INSERT INTO centre_bed VALUES (?,?,?)")
                .param(id.value())
                .param(room.value())
                .param(FreeText.requireLine("name", name, 40))
                .update();
        return id;
    }
}
