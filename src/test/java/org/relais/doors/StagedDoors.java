package org.relais.doors;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.exchange.StagedReferrals;
import org.relais.shared.StagedFileId;

/** The doors of the files that wait to be taken over. A marked person's file has the id of the person. */
@TestComponent
class StagedDoors extends RoomDoors {

    private static final Section ADMINISTRATIVE = Section.ADMINISTRATIVE;

    StagedDoors(StagedReferrals staged, AccessService access, TransactionTemplate transaction) {
        super(transaction);
        writingList(
                "StagedReferrals.stage(Scope,CentreId,String,byte[])",
                ADMINISTRATIVE,
                (scope, row) -> staged.stage(scope, row.home().centre(), "empty.json", new byte[0]));
        writingList("StagedReferrals.list(Scope)", ADMINISTRATIVE, (scope, row) -> staged.list(scope));
        writingList(
                "StagedReferrals.open(Scope,StagedFileId)",
                ADMINISTRATIVE,
                (scope, row) -> staged.open(scope, file(row)));
        writingList(
                "StagedReferrals.matches(Scope,StagedFileId)",
                ADMINISTRATIVE,
                (scope, row) -> staged.matches(scope, file(row)));
        writingList(
                "StagedReferrals.register(Scope,StagedFileId,UnitId)",
                ADMINISTRATIVE,
                (scope, row) -> staged.register(scope, file(row), row.home().ward()));
        writingList(
                "StagedReferrals.discard(Scope,StagedFileId)",
                ADMINISTRATIVE,
                (scope, row) -> undone(() -> {
                    staged.discard(scope, file(row));
                }));
        write("StagedReferrals.attach(Grant,Scope,StagedFileId,UnitId)", ADMINISTRATIVE, (grant, row) -> {
            var scope = access.scope(ADMINISTRATIVE, Purpose.CARE, null);
            return undone(
                    () -> staged.attach(grant, scope, file(row), row.home().ward()));
        });
        readInFull(
                "StagedReferrals.preview(Grant,StagedFileId)",
                Section.MEDICAL,
                (grant, row) -> staged.preview(grant, file(row)));
        write("StagedReferrals.accept(Grant,Grant,StagedFileId)", Section.MEDICAL, (grant, row) -> {
            var risk = access.grant(row.person(), Section.RISK, Right.WRITE, Purpose.CARE);
            return undone(() -> staged.accept(grant, risk, file(row)));
        });
        write(
                "StagedReferrals.decline(Grant,StagedFileId,String)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> staged.decline(grant, file(row), "Sent twice")));
    }

    private static StagedFileId file(Fixture row) {
        return new StagedFileId(row.person().value());
    }
}
