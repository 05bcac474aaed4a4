package org.relais.staff;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Enters members of staff and changes their rights; every change counts their rights version up and leaves a row in the
 * access log, in the same transaction.
 */
@Service
@Transactional
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class StaffSetup {

    /** The section under which the access log names these changes; the resource of a row is whom it is about. */
    public static final String LOGGED_AS = "STAFF";

    static final int USERNAME = 60;
    static final int NAME = 80;

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final StaffIdentities identities;
    private final HomeAddresses homes;
    private final CurrentStaff current;
    private final Centres centres;
    private final StaffInserts inserts;
    private final StaffLog log;
    private final Clock clock;

    StaffSetup(
            JdbcClient jdbc,
            StaffDirectory directory,
            StaffIdentities identities,
            HomeAddresses homes,
            CurrentStaff current,
            Centres centres,
            StaffInserts inserts,
            StaffLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.identities = identities;
        this.homes = homes;
        this.current = current;
        this.centres = centres;
        this.inserts = inserts;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters a member of staff, active and without assignment.
     *
     * @param username as the sign-in names them
     * @throws InvalidInput at {@code username} when somebody else has it
     */
    public StaffId enter(String username, String givenName, String familyName, Role role) {
        var id = StaffId.create();
        inserts.insert(id, username, givenName, familyName, role);
        directory.forget();
        return id;
    }

    /**
     * Enters a colleague with a first place to work. The same command again changes nothing.
     *
     * @throws InvalidInput at the field that is refused, such as a user name that somebody else has
     */
    public void enter(EnterColleague command) {
        FreeText.requireLine("username", command.username(), USERNAME);
        FreeText.requireLine("givenName", command.givenName(), NAME);
        FreeText.requireLine("familyName", command.familyName(), NAME);
        var role = required("role", command.role());
        if (command.centre() == null && role.needsCentre()) {
            throw new InvalidInput("centre", "shared.error.required");
        }
        var entered = inserts.insert(command.id(), command.username(), command.givenName(), command.familyName(), role);
        directory.forget();
        if (entered && command.centre() != null) {
            assign(command.id(), command.centre(), command.unit());
        }
    }

    /** Changes how they are named. */
    public void changeNames(StaffId staff, @Nullable String givenName, @Nullable String familyName) {
        changed(jdbc.sql("UPDATE staff_member SET given_name = ?, family_name = ? WHERE id = ?")
                .param(FreeText.requireLine("givenName", givenName, NAME))
                .param(FreeText.requireLine("familyName", familyName, NAME))
                .param(staff.value())
                .update());
        directory.forget();
        log.write(AccessAction.CHANGE, staff, "staff-names");
    }

    /**
     * Assigns to a unit, or to the whole centre when no unit is given; once, however often it is said.
     *
     * @throws InvalidInput at {@code unit} when it is not of that centre
     */
    public void assign(StaffId staff, CentreId centre, @Nullable UnitId unit) {
        if (unit != null
                && centres.unit(unit).filter(one -> one.centre().equals(centre)).isEmpty()) {
            throw new InvalidInput("unit", "staff.error.unit");
        }
        rightsChanged(staff, "staff-assignment");
        jdbc.sql("""
                        INSERT INTO staff_assignment (id, staff_id, centre_id, unit_id)
                        SELECT :id, :staff, :centre, :unit FROM DUAL WHERE NOT EXISTS (
                            SELECT 1 FROM staff_assignment
                            WHERE staff_id = :staff AND centre_id = :centre AND unit_id <=> :unit)""")
                .param("id", StaffId.create().value())
                .param("staff", staff.value())
                .param("centre", centre.value())
                .param("unit", unit == null ? null : unit.value())
                .update();
    }

    /** Ends every assignment in the centre. */
    public void unassign(StaffId staff, CentreId centre) {
        rightsChanged(staff, "staff-assignment-end");
        jdbc.sql("DELETE FROM staff_assignment WHERE staff_id = ? AND centre_id = ?")
                .param(staff.value())
                .param(centre.value())
                .update();
    }

    /** Ends one assignment: to that unit, or to the whole centre when no unit is given. */
    public void unassign(StaffId staff, CentreId centre, @Nullable UnitId unit) {
        rightsChanged(staff, "staff-assignment-end");
        jdbc.sql("DELETE FROM staff_assignment WHERE staff_id = ? AND centre_id = ? AND unit_id <=> ?")
                .param(staff.value())
                .param(centre.value())
                .param(unit == null ? null : unit.value())
                .update();
    }

    /**
     * Gives another role.
     *
     * @throws Conflict when an administrator would take the role from themselves, or from the last one
     */
    public void changeRole(StaffId staff, Role role) {
        if (role != Role.ADMINISTRATOR) {
            requireAnotherAdministrator(staff);
        }
        changed(jdbc.sql("UPDATE staff_member SET role = ? WHERE id = ?")
                .param(role.name())
                .param(staff.value())
                .update());
        rightsChanged(staff, "staff-role:" + role.name());
    }

    /**
     * Closes what a colleague may do here when they leave, or opens it again.
     *
     * @throws Conflict when an administrator would do it to themselves, or to the last one
     */
    public void setActive(StaffId staff, boolean active) {
        if (!active) {
            requireAnotherAdministrator(staff);
        }
        jdbc.sql("UPDATE staff_member SET active = ? WHERE id = ?")
                .param(active)
                .param(staff.value())
                .update();
        rightsChanged(staff, active ? "staff-state:ACTIVE" : "staff-state:LEFT");
    }

    /**
     * Lets go of the account of the identity provider that belonged to them: the next account with their user name will be
     * theirs. For an account that had to be made anew.
     */
    public void releaseIdentity(StaffId staff) {
        identities.release(staff);
        rightsChanged(staff, "staff-account");
    }

    /**
     * Keeps the keyed hash of where they live, and not the address; null forgets it.
     *
     * @throws InvalidInput at {@code address} when it is too long, or when there is no key to keep it by
     */
    public void enterHome(StaffId staff, @Nullable String address) {
        jdbc.sql("DELETE FROM staff_home WHERE staff_id = ?")
                .param(staff.value())
                .update();
        var typed = FreeText.optional("address", address, 300);
        if (typed != null) {
            if (!homes.keeps()) {
                throw new InvalidInput("address", "staff.error.address-key");
            }
            jdbc.sql("INSERT INTO staff_home (staff_id, address_hash) VALUES (?,?)")
                    .param(staff.value())
                    .param(homes.hash(typed).orElseThrow(() -> new InvalidInput("address", "shared.error.required")))
                    .update();
        }
        log.write(AccessAction.CHANGE, staff, "staff-home");
    }

    /**
     * Gives a function from a day on, up to a last day when it is known; once, however often it is said.
     *
     * @throws InvalidInput at {@code until} when that day is before the first
     */
    public void giveFunction(
            StaffId staff, CentreId centre, StaffFunction function, LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new InvalidInput("until", "staff.error.until-before-from");
        }
        lock(staff);
        jdbc.sql("""
                        INSERT INTO staff_function (id, staff_id, centre_id, function, from_day, to_day)
                        SELECT :id, :staff, :centre, :function, :from, :to FROM DUAL WHERE NOT EXISTS (
                            SELECT 1 FROM staff_function WHERE staff_id = :staff AND centre_id = :centre
                            AND function = :function AND from_day = :from AND to_day <=> :to)""")
                .param("id", StaffId.create().value())
                .param("staff", staff.value())
                .param("centre", centre.value())
                .param("function", function.name())
                .param("from", from)
                .param("to", to)
                .update();
        log.write(AccessAction.CHANGE, staff, "staff-function:" + function.name());
    }

    /**
     * Ends a function after a last day, at the earliest yesterday: then it holds no more. One that has not begun by then
     * never does.
     *
     * @throws InvalidInput at {@code until} when the day is longer ago, or not before the end that is known
     */
    public void endFunction(StaffId staff, HeldFunction held, @Nullable LocalDate lastDay) {
        var until = required("until", lastDay);
        var today = centres.centre(held.centre()).serviceDay().of(clock.instant());
        if (until.isBefore(today.minusDays(1))) {
            throw new InvalidInput("until", "staff.error.until-past");
        }
        var known = held.until();
        if (known != null && until.isAfter(known)) {
            throw new InvalidInput("until", "staff.error.until-later");
        }
        var withdrawn = until.isBefore(held.from());
        jdbc.sql((withdrawn ? "DELETE FROM staff_function" : "UPDATE staff_function SET to_day = :until")
                        + " WHERE staff_id = :staff AND centre_id = :centre AND function = :function"
                        + " AND from_day = :from AND to_day <=> :known")
                .param("until", until)
                .param("staff", staff.value())
                .param("centre", held.centre().value())
                .param("function", held.function().name())
                .param("from", held.from())
                .param("known", known)
                .update();
        log.write(
                AccessAction.CHANGE,
                staff,
                "staff-function-end:" + held.function().name());
    }

    // Locked, so that two administrators who put each other out of office do not both succeed
    private void requireAnotherAdministrator(StaffId staff) {
        if (current.find().filter(actor -> actor.id().equals(staff)).isPresent()) {
            throw new Conflict("staff.error.yourself");
        }
        var administrators = jdbc.sql("SELECT id FROM staff_member WHERE role = ? AND active ORDER BY id FOR UPDATE")
                .param(Role.ADMINISTRATOR.name())
                .query((row, number) -> new StaffId(Utc.uuid(row, "id")))
                .list();
        if (administrators.size() == 1 && administrators.getFirst().equals(staff)) {
            throw new Conflict("staff.error.last-administrator");
        }
    }

    // Counting up locks the row, so that the same said twice at once is done once
    private void rightsChanged(StaffId staff, String change) {
        changed(jdbc.sql("UPDATE staff_member SET rights_version = rights_version + 1 WHERE id = ?")
                .param(staff.value())
                .update());
        directory.forget();
        log.write(AccessAction.CHANGE, staff, change);
    }

    private void lock(StaffId staff) {
        if (!locked(staff)) {
            throw new NotFound();
        }
    }

    private boolean locked(StaffId staff) {
        return jdbc.sql("SELECT id FROM staff_member WHERE id = ? FOR UPDATE")
                .param(staff.value())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new NotFound();
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        return value;
    }
}
