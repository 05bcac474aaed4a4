package org.relais.staff;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/** Enters members of staff and changes their rights; every change counts their rights version up. */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class StaffSetup {

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final StaffIdentities identities;
    private final HomeAddresses homes;
    private final StaffInserts inserts;

    StaffSetup(
            JdbcClient jdbc,
            StaffDirectory directory,
            StaffIdentities identities,
            HomeAddresses homes,
            StaffInserts inserts) {
        this.inserts = inserts;
        this.jdbc = jdbc;
        this.directory = directory;
        this.identities = identities;
        this.homes = homes;
    }

    /**
     * Enters a member of staff, active and without assignment.
     *
     * @param username as the sign-in names them
     * @throws org.relais.shared.InvalidInput at the field that is missing or too long, or at {@code username} when it is
     *     taken
     */
    public StaffId enter(String username, String givenName, String familyName, Role role) {
        var id = StaffId.create();
        inserts.insert(id, username, givenName, familyName, role);
        directory.forget();
        return id;
    }

    /** Assigns to a unit, or to the whole centre when no unit is given. */
    public void assign(StaffId staff, CentreId centre, @Nullable UnitId unit) {
        jdbc.sql("INSERT INTO staff_assignment VALUES (?,?,?,?)")
                .param(StaffId.create().value())
                .param(staff.value())
                .param(centre.value())
                .param(unit == null ? null : unit.value())
                .update();
        rightsChanged(staff);
    }

    /** Ends every assignment in the centre. */
    public void unassign(StaffId staff, CentreId centre) {
        jdbc.sql("DELETE FROM staff_assignment WHERE staff_id = ? AND centre_id = ?")
                .param(staff.value())
                .param(centre.value())
                .update();
        rightsChanged(staff);
    }

    public void changeRole(StaffId staff, Role role) {
        jdbc.sql("UPDATE staff_member SET role = ? WHERE id = ?")
                .param(role.name())
                .param(staff.value())
                .update();
        rightsChanged(staff);
    }

    public void setActive(StaffId staff, boolean active) {
        jdbc.sql("UPDATE staff_member SET active = ? WHERE id = ?")
                .param(active)
                .param(staff.value())
                .update();
        rightsChanged(staff);
    }

    /**
     * Lets go of the account of the identity provider that belonged to them: the next account with their user name will be
     * theirs. For an account that had to be made anew.
     */
    public void releaseIdentity(StaffId staff) {
        identities.release(staff);
        rightsChanged(staff);
    }

    /**
     * Keeps the keyed hash of where they live, and not the address; null forgets it.
     *
     * @throws org.relais.shared.InvalidInput at {@code address} when it is too long, or when there is no key to keep it by
     */
    public void enterHome(StaffId staff, @Nullable String address) {
        jdbc.sql("DELETE FROM staff_home WHERE staff_id = ?")
                .param(staff.value())
                .update();
        var typed = FreeText.optional("address", address, 300);
        if (typed != null) {
            jdbc.sql("INSERT INTO staff_home (staff_id, address_hash) VALUES (?,?)")
                    .param(staff.value())
                    .param(homes.hash(typed).orElseThrow(() -> new InvalidInput("address", "staff.error.address-key")))
                    .update();
        }
    }

    /** Gives a function from a day on, up to a last day when it is known. */
    public void giveFunction(
            StaffId staff, CentreId centre, StaffFunction function, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("INSERT INTO staff_function VALUES (?,?,?,?,?,?)")
                .param(StaffId.create().value())
                .param(staff.value())
                .param(centre.value())
                .param(function.name())
                .param(from)
                .param(to)
                .update();
    }

    private void rightsChanged(Id staff) {
        jdbc.sql("UPDATE staff_member SET rights_version = rights_version + 1 WHERE id = ?")
                .param(staff.value())
                .update();
        directory.forget();
    }
}
