package org.relais.person;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;

/** A service of two centres for a test, with names of its own so that tests share a database. */
public final class SampleService {
    public final CentreId tilleuls;
    public final UnitId ward;
    public final CentreId passerelle;
    public final UnitId team;

    private final StaffSetup staff;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    public SampleService(CentreSetup centres, StaffSetup staff) {
        this.staff = staff;
        actAs("setup", Role.ADMINISTRATOR);
        tilleuls = centres.openCentre(centre("T"));
        ward = centres.openUnit(tilleuls, "Sevrage", UnitKind.WARD);
        passerelle = centres.openCentre(centre("P"));
        team = centres.openUnit(passerelle, "Ambulatoire", UnitKind.OUTPATIENT_TEAM);
        SecurityContextHolder.clearContext();
    }

    /** Enters somebody of this role in the whole centre. */
    public String enter(Role role, CentreId... centres) {
        actAs("setup", Role.ADMINISTRATOR);
        var username = role.name().toLowerCase(java.util.Locale.ROOT)
                + UUID.randomUUID().toString().substring(0, 8);
        StaffId id = staff.enter(username, "Camille", "Auber", role);
        for (var centre : centres) {
            staff.assign(id, centre, null);
        }
        SecurityContextHolder.clearContext();
        return username;
    }

    /** Enters somebody and signs them in. */
    public void signIn(Role role, CentreId... centres) {
        actAs(enter(role, centres), role);
    }

    public static void actAs(String username, Role role) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, "", List.of(new SimpleGrantedAuthority(role.authority()))));
        SecurityContextHolder.setContext(context);
    }

    private OpenCentre centre(String letter) {
        return new OpenCentre(
                letter + suffix,
                letter.equals("T") ? "Les Tilleuls" : "La Passerelle",
                CentreKind.INPATIENT_DETOX,
                ZoneId.of("Europe/Paris"),
                LocalTime.MIDNIGHT,
                "FR",
                null);
    }
}
