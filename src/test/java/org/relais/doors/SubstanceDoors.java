package org.relais.doors;

import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfiles;
import org.relais.shared.HistoryItemId;

/** The doors of substance profiles. */
@TestComponent
class SubstanceDoors extends RoomDoors {

    SubstanceDoors(SubstanceProfiles profiles, TransactionTemplate transaction) {
        super(transaction);
        write(
                "SubstanceProfiles.save(Grant,SaveSubstances)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> profiles.save(
                        grant,
                        new SaveSubstances(
                                HistoryItemId.create(), row.home().centre(), 0, SubstanceAnswers.primary("ALCOHOL")))));
        read("SubstanceProfiles.of(Grant)", Section.MEDICAL, (grant, row) -> profiles.of(grant));
        listInFull(
                "SubstanceProfiles.of(Scope,Collection)",
                Section.MEDICAL,
                (scope, row) -> profiles.of(scope, Set.of(row.person())));
    }
}
