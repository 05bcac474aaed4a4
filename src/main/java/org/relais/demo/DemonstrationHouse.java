package org.relais.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.Centres;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;

/** Opens the four centres of the demonstration and enters their staff, once. */
@Component
@ConditionalOnProperty("relais.demonstration")
class DemonstrationHouse {

    /** The zone of all four centres. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    static final String WITHDRAWAL = "Unité de sevrage";
    static final String DAY_CLINIC = "Hôpital de jour";
    static final String RESIDENCE = "Résidence";
    static final String FOLLOW_UP = "Suivi ambulatoire";
    static final String DISPENSING = "Délivrance";
    static final String DROP_IN = "Accueil";

    private final Centres centres;
    private final CentreSetup setup;
    private final StaffSetup staff;
    private final Clock clock;

    DemonstrationHouse(Centres centres, CentreSetup setup, StaffSetup staff, Clock clock, EmbeddedOnly proof) {
        this.centres = centres;
        this.setup = setup;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whether it stands already. Called as somebody signed in. */
    boolean stands() {
        return !centres.all().isEmpty();
    }

    /** Called as an administrator. */
    void open() {
        var ids = new HashMap<String, CentreId>();
        ids.put(Cast.TILLEULS, tilleuls());
        ids.put(Cast.PORT_VAUBAN, portVauban());
        ids.put(Cast.PASSERELLE, passerelle());
        ids.put(Cast.GRAND_PRE, grandPre());
        var members = new HashMap<String, StaffId>();
        Cast.everybody().forEach(colleague -> members.put(colleague.username(), enter(colleague, ids)));
        ids.forEach((code, centre) -> callOn(code, centre, members));
    }

    // Who answers alarms: of each centre the first of its nurses and physicians in the cast
    private void callOn(String code, CentreId centre, Map<String, StaffId> members) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        Map.of(
                        StaffFunction.CHARGE_NURSE, Role.NURSE,
                        StaffFunction.ON_CALL, Role.PHYSICIAN)
                .forEach((function, role) -> Cast.STAFF.stream()
                        .filter(colleague ->
                                colleague.role() == role && colleague.centres().contains(code))
                        .findFirst()
                        .map(colleague -> members.get(colleague.username()))
                        .ifPresent(id -> staff.giveFunction(id, centre, function, today, null)));
    }

    private CentreId tilleuls() {
        var centre = centre(Cast.TILLEULS, "Les Tilleuls", CentreKind.INPATIENT_DETOX, "4410");
        var ward = setup.openUnit(centre, WITHDRAWAL, UnitKind.WARD);
        for (var room : List.of("301", "302", "303", "304", "305", "306")) {
            setup.openRoom(ward, room, List.of("A", "B"));
        }
        setup.openUnit(centre, DAY_CLINIC, UnitKind.DAY_CLINIC);
        List.of("Bureau 1", "Bureau 2").forEach(room -> setup.openMeetingRoom(centre, room));
        return centre;
    }

    private CentreId portVauban() {
        var centre = centre(Cast.PORT_VAUBAN, "Port-Vauban", CentreKind.RESIDENTIAL, "4420");
        var house = setup.openUnit(centre, RESIDENCE, UnitKind.RESIDENCE);
        for (var room : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            setup.openRoom(house, room, List.of("A", "B"));
        }
        return centre;
    }

    private CentreId passerelle() {
        var centre = centre(Cast.PASSERELLE, "La Passerelle", CentreKind.OUTPATIENT, "4430");
        setup.openUnit(centre, FOLLOW_UP, UnitKind.OUTPATIENT_TEAM);
        setup.openUnit(centre, DISPENSING, UnitKind.DISPENSING);
        List.of("Bureau 4", "Bureau 5", "Salle commune").forEach(room -> setup.openMeetingRoom(centre, room));
        return centre;
    }

    private CentreId grandPre() {
        var centre = centre(Cast.GRAND_PRE, "Grand-Pré", CentreKind.LOW_THRESHOLD, "4440");
        setup.openUnit(centre, DROP_IN, UnitKind.DROP_IN);
        return centre;
    }

    private CentreId centre(String code, String name, CentreKind kind, String telephone) {
        return setup.openCentre(new OpenCentre(code, name, kind, ZONE, LocalTime.MIDNIGHT, "FR", telephone));
    }

    private StaffId enter(Cast.Colleague colleague, Map<String, CentreId> ids) {
        var id = staff.enter(colleague.username(), colleague.givenName(), colleague.familyName(), colleague.role());
        for (var code : colleague.centres()) {
            var centre = ids.get(code);
            if (centre != null) {
                staff.assign(id, centre, null);
            }
        }
        return id;
    }
}
