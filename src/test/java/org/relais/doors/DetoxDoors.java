package org.relais.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.VitalSigns;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRow;
import org.relais.detox.EmergencyMeans;
import org.relais.detox.EndDetox;
import org.relais.detox.OmissionKind;
import org.relais.detox.OmitObservation;
import org.relais.detox.OutpatientVisits;
import org.relais.detox.PauseDetox;
import org.relais.detox.RecordVisitStep;
import org.relais.detox.StartDetox;
import org.relais.detox.Substance;
import org.relais.detox.VisitStep;
import org.relais.detox.WardBoard;
import org.relais.detox.WardNews;
import org.relais.shared.DetoxId;
import org.relais.shared.OmissionId;
import org.relais.shared.VisitActId;

/** The doors of withdrawal monitoring. */
@TestComponent
class DetoxDoors extends RoomDoors {

    private final DetoxEpisodes detoxes;
    private final Clock clock;

    DetoxDoors(
            DetoxEpisodes detoxes,
            WardBoard board,
            OutpatientVisits visits,
            WardNews news,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.detoxes = detoxes;
        this.clock = clock;
        write(
                "DetoxEpisodes.start(Grant,StartDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> begun(grant, row)));
        write(
                "DetoxEpisodes.pause(Grant,PauseDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    return detoxes.pause(grant, new PauseDetox(detox.id(), detox.version(), true, "In hospital"));
                }));
        write(
                "DetoxEpisodes.end(Grant,EndDetox)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    return detoxes.end(
                            grant,
                            new EndDetox(detox.id(), detox.version(), DetoxOutcome.STOPPED_BY_TEAM, Set.of(), null));
                }));
        write(
                "DetoxEpisodes.omit(Grant,OmitObservation)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    var detox = begun(grant, row);
                    detoxes.omit(
                            grant,
                            new OmitObservation(
                                    OmissionId.create(),
                                    detox.id(),
                                    "CIWA_AR",
                                    OmissionKind.REFUSED,
                                    "Wants to sleep",
                                    VitalSigns.NONE,
                                    null));
                }));
        write(
                "DetoxEpisodes.open(Grant,DetoxId)",
                Section.MEDICAL,
                (grant, row) ->
                        undone(() -> detoxes.open(grant, begun(grant, row).id())));
        read("DetoxEpisodes.of(Grant)", Section.MEDICAL, (grant, row) -> detoxes.of(grant));
        read("DetoxEpisodes.live(Grant)", Section.MEDICAL, (grant, row) -> detoxes.live(grant));
        read("DetoxEpisodes.plan(Grant,String)", Section.MEDICAL, (grant, row) -> detoxes.plan(grant, "CIWA_AR"));
        read("DetoxEpisodes.observations(Grant)", Section.MEDICAL, (grant, row) -> detoxes.observations(grant));
        list("WardNews.listen(Scope,CentreId,Runnable)", Section.ADMINISTRATIVE, (scope, row) -> {
            news.listen(scope, row.home().centre(), () -> {}).end();
            return "listened";
        });
        write(
                "OutpatientVisits.tell(Grant,RecordVisitStep)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> visits.tell(
                        grant,
                        new RecordVisitStep(
                                VisitActId.create(),
                                outpatient(grant, row).id(),
                                VisitStep.SENT_TO_EMERGENCY,
                                null,
                                null,
                                null,
                                EmergencyMeans.AMBULANCE,
                                "The physician on duty",
                                null))));
        listInFull(
                "OutpatientVisits.of(Scope,Scope,CentreId)",
                Section.MEDICAL,
                (scope, row) -> visits.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        scope,
                        row.home().centre()));
        listInFull(
                "WardBoard.of(Scope,Scope,UnitId)",
                Section.MEDICAL,
                (scope, row) -> board.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        scope,
                        row.home().ward()));
    }

    private DetoxRow outpatient(Grant grant, Fixture row) {
        return detoxes.start(
                grant,
                new StartDetox(
                        DetoxId.create(),
                        row.home().centre(),
                        "ALC_OUT",
                        List.of(Substance.ALCOHOL),
                        null,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(6),
                        Set.of(),
                        false,
                        null));
    }

    private DetoxRow begun(Grant grant, Fixture row) {
        return detoxes.start(
                grant,
                new StartDetox(
                        DetoxId.create(),
                        row.home().centre(),
                        "ALC_IN",
                        List.of(Substance.ALCOHOL),
                        null,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7),
                        Set.of(),
                        false,
                        null));
    }
}
