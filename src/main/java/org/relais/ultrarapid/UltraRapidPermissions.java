package org.relais.ultrarapid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.UltraRapidPermissionId;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;
import org.relais.ultrarapid.UltraRapidPermission.Signature;

/**
 * Which centre may begin ultra-rapid detox at all: its medical director and an anaesthetist signed for it, for a limited
 * time. Names nobody who is cared for.
 */
@Service
@PreAuthorize("hasRole('PHYSICIAN')")
@Transactional
public class UltraRapidPermissions {

    private static final int LONGEST_BASIS = 2_000;

    private final UltraRapidProperties properties;
    private final RuleInForce<UltraRapidChecklist> checklist;
    private final JdbcClient jdbc;
    private final Centres centres;
    private final CurrentStaff current;
    private final StaffFunctions functions;
    private final Clock clock;

    UltraRapidPermissions(
            UltraRapidProperties properties,
            RuleInForce<UltraRapidChecklist> checklist,
            JdbcClient jdbc,
            Centres centres,
            CurrentStaff current,
            StaffFunctions functions,
            Clock clock) {
        this.properties = properties;
        this.checklist = checklist;
        this.jdbc = jdbc;
        this.centres = centres;
        this.current = current;
        this.functions = functions;
        this.clock = clock;
    }

    /** Whether the service switched the room on. Everything else of it is {@link NotFound} otherwise. */
    @PreAuthorize("isAuthenticated()")
    public boolean enabled() {
        return properties.enabled();
    }

    /** Whether a centre holds a permission today; never where the room is switched off. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public boolean holds(CentreId centre) {
        return properties.enabled() && inForce(centre).isPresent();
    }

    /** The permissions of the centres of the acting physician, the newest first. */
    @Transactional(readOnly = true)
    public List<UltraRapidPermission> all() {
        requireEnabled();
        var member = current.require();
        return centres.all().stream()
                .filter(centre -> member.centres().contains(centre.id()))
                .flatMap(centre -> of(centre.id()).stream())
                .toList();
    }

    /** The centres for which the acting member of staff signs as medical director. */
    @Transactional(readOnly = true)
    public List<CentreId> directed() {
        requireEnabled();
        return List.copyOf(functions.mine(StaffFunction.MEDICAL_DIRECTOR));
    }

    /**
     * Signs as medical director. The permission holds once an anaesthetist signed it as well.
     *
     * @throws InvalidInput at {@code centre} when the acting physician is not its medical director, at {@code
     *     legalBasis}, or at {@code until} when it lies in the past or beyond the longest term
     */
    public void sign(PermitUltraRapid command) {
        requireEnabled();
        if (!functions.mine(StaffFunction.MEDICAL_DIRECTOR).contains(command.centre())) {
            throw new InvalidInput("centre", "ultrarapid.error.not-director");
        }
        var basis = FreeText.require("legalBasis", command.legalBasis(), LONGEST_BASIS);
        var today = today(command.centre());
        var longest = checklist.now().longestMonths();
        if (command.until().isBefore(today) || command.until().isAfter(today.plusMonths(longest))) {
            throw new InvalidInput("until", "ultrarapid.error.until", longest);
        }
        jdbc.sql("INSERT IGNORE INTO ultrarapid_permission (id, centre_id, legal_basis, until_day, director_id,"
                        + " director_at) VALUES (?,?,?,?,?,?)")
                .param(command.id().value())
                .param(command.centre().value())
                .param(basis)
                .param(command.until())
                .param(current.require().id().value())
                .param(Utc.column(clock.instant()))
                .update();
    }

    /**
     * Signs as anaesthetist.
     *
     * @throws Conflict when the medical director signs both, or it is signed or withdrawn already
     */
    public void confirm(UltraRapidPermissionId id) {
        var permission = require(id);
        var me = current.require().id();
        if (permission.director().by().equals(me)) {
            throw new Conflict("ultrarapid.error.same-person");
        }
        if (put(id, "anaesthetist", me) == 0) {
            throw new Conflict("ultrarapid.error.signed-already");
        }
    }

    /**
     * Withdraws it: from now on nothing may begin by it.
     *
     * @throws Conflict when it is withdrawn already, or somebody who signed it not does it
     */
    public void withdraw(UltraRapidPermissionId id) {
        var permission = require(id);
        var me = current.require().id();
        var second = permission.anaesthetist();
        var signer = permission.director().by().equals(me)
                || (second != null && second.by().equals(me));
        if (!signer && !functions.mine(StaffFunction.MEDICAL_DIRECTOR).contains(permission.centre())) {
            throw new Conflict("ultrarapid.error.not-signer");
        }
        if (put(id, "withdrawn", me) == 0) {
            throw new Conflict("ultrarapid.error.withdrawn-already");
        }
    }

    @PreAuthorize("isAuthenticated()")
    Optional<UltraRapidPermission> inForce(CentreId centre) {
        var today = today(centre);
        return of(centre).stream().filter(one -> one.holds(today)).findFirst();
    }

    @PreAuthorize("isAuthenticated()")
    void requireEnabled() {
        if (!properties.enabled()) {
            throw new NotFound();
        }
    }

    private UltraRapidPermission require(UltraRapidPermissionId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    // A column is filled once and never again
    private int put(UltraRapidPermissionId id, String signature, StaffId by) {
        return jdbc.sql("UPDATE ultrarapid_permission SET " + signature + "_id = ?, " + signature
                        + "_at = ? WHERE id = ? AND withdrawn_id IS NULL AND " + signature + "_id IS NULL")
                .param(by.value())
                .param(Utc.column(clock.instant()))
                .param(id.value())
                .update();
    }

    private List<UltraRapidPermission> of(CentreId centre) {
        return jdbc.sql("SELECT * FROM ultrarapid_permission WHERE centre_id = ? ORDER BY director_at DESC, id")
                .param(centre.value())
                .query((row, number) -> new UltraRapidPermission(
                        new UltraRapidPermissionId(Utc.uuid(row, "id")),
                        centre,
                        row.getString("legal_basis"),
                        row.getObject("until_day", LocalDate.class),
                        new Signature(new StaffId(Utc.uuid(row, "director_id")), Utc.instant(row, "director_at")),
                        signature(row, "anaesthetist"),
                        signature(row, "withdrawn")))
                .list();
    }

    private static @Nullable Signature signature(ResultSet row, String name) throws SQLException {
        var by = Utc.uuidOrNull(row, name + "_id");
        return by == null ? null : new Signature(new StaffId(by), Utc.instant(row, name + "_at"));
    }
}
