package org.relais.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.shared.UltraRapidPermissionId;
import org.relais.shared.UltraRapidPointId;
import org.relais.shared.UltraRapidProcedureId;
import org.relais.staff.Role;
import org.relais.ultrarapid.PermitUltraRapid;
import org.relais.ultrarapid.SignPoint;
import org.relais.ultrarapid.StartUltraRapid;
import org.relais.ultrarapid.UltraRapidDetox;
import org.relais.ultrarapid.UltraRapidPermissions;

/** The doors of ultra-rapid detox, at centres that hold a permission. */
@TestComponent
class UltraRapidDoors extends RoomDoors {

    private static final Set<Role> PHYSICIAN = Set.of(Role.PHYSICIAN);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private final JdbcClient jdbc;

    UltraRapidDoors(
            UltraRapidPermissions permissions,
            UltraRapidDetox detox,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.jdbc = jdbc;
        role("UltraRapidPermissions.enabled()", EVERYBODY, row -> permissions.enabled());
        role(
                "UltraRapidPermissions.holds(CentreId)",
                EVERYBODY,
                row -> permissions.holds(row.home().centre()));
        role("UltraRapidPermissions.all()", PHYSICIAN, row -> permissions.all().size());
        role("UltraRapidPermissions.directed()", PHYSICIAN, row -> permissions.directed());
        role(
                "UltraRapidPermissions.sign(PermitUltraRapid)",
                PHYSICIAN,
                row -> undone(() -> permissions.sign(new PermitUltraRapid(
                        UltraRapidPermissionId.create(),
                        row.home().centre(),
                        "Decree",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9)))));
        role(
                "UltraRapidPermissions.confirm(UltraRapidPermissionId)",
                PHYSICIAN,
                row -> undone(() -> permissions.confirm(UltraRapidPermissionId.create())));
        role(
                "UltraRapidPermissions.withdraw(UltraRapidPermissionId)",
                PHYSICIAN,
                row -> undone(() -> permissions.withdraw(UltraRapidPermissionId.create())));
        readInFull(
                "UltraRapidDetox.points(Grant,CentreId)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    permit(row);
                    return detox.points(grant, row.home().centre());
                }));
        write(
                "UltraRapidDetox.sign(Grant,SignPoint)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    permit(row);
                    detox.sign(
                            grant,
                            new SignPoint(UltraRapidPointId.create(), row.home().centre(), "CONSENT"));
                    return "signed";
                }));
        write(
                "UltraRapidDetox.start(Grant,StartUltraRapid)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    permit(row);
                    detox.start(
                            grant,
                            new StartUltraRapid(
                                    UltraRapidProcedureId.create(), row.home().centre()));
                    return "begun";
                }));
    }

    private void permit(Fixture row) {
        var signer = row.home().member(Role.PHYSICIAN).id().value();
        jdbc.sql("INSERT INTO ultrarapid_permission (id, centre_id, legal_basis, until_day, director_id, director_at,"
                        + " anaesthetist_id, anaesthetist_at) VALUES (?, ?, 'Decree', '2099-12-31', ?,"
                        + " UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6))")
                .param(UltraRapidPermissionId.create().value())
                .param(row.home().centre().value())
                .param(signer)
                .param(signer)
                .update();
    }
}
