package org.relais.doors;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Section;
import org.relais.demand.DemandFile;
import org.relais.demand.DemandItem;
import org.relais.demand.DemandProgress;
import org.relais.demand.DemandQuestion;
import org.relais.demand.DemandReport;
import org.relais.demand.Intake;
import org.relais.demand.SaveIntake;
import org.relais.episode.EpisodeService;
import org.relais.history.SubstanceProfiles;
import org.relais.person.PersonService;
import org.relais.situation.Situations;

/** The doors of treatment demand, and those it opened in other rooms. */
@TestComponent
class DemandDoors extends RoomDoors {

    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    DemandDoors(
            Intake intake,
            DemandReport report,
            EpisodeService episodes,
            SubstanceProfiles profiles,
            Situations situations,
            PersonService people,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.clock = clock;
        read("Intake.of(Grant)", Section.RECORD, (grant, row) -> intake.of(grant));
        write("Intake.save(Grant,Grant,SaveIntake)", Section.SOCIAL, (grant, row) -> {
            var record = access.grant(row.person(), Section.RECORD);
            return undone(() -> intake.save(
                    grant,
                    record,
                    new SaveIntake(
                            row.episode(), List.of(new SaveIntake.Said(DemandItem.LIVING_WITH, 0, "ALONE", null)))));
        });
        writingList("DemandReport.centres(Scope)", Section.REPORT, (scope, row) -> report.centres(scope));
        writingList("DemandReport.network(Scope)", Section.REPORT, (scope, row) -> report.network(scope));
        writingList("DemandReport.adds(Scope)", Section.REPORT, (scope, row) -> report.adds(scope));
        writingList(
                "DemandReport.preview(Scope,DemandQuestion,DemandProgress)",
                Section.REPORT,
                (scope, row) -> report.preview(scope, question(row), DemandProgress.NONE));
        writingList(
                "DemandReport.make(Scope,DemandQuestion,Kind,DemandWords,DemandProgress)",
                Section.REPORT,
                (scope, row) -> report.make(
                        scope, question(row), DemandFile.Kind.CLIENTS, (key, arguments) -> key, DemandProgress.NONE));
        task("EpisodeService.treatments(Scope,Instant)", (scope, row) -> episodes.treatments(scope, clock.instant()));
        list(
                "EpisodeService.treatmentsNow(Scope,Collection)",
                Section.ADMINISTRATIVE,
                (scope, row) -> episodes.treatmentsNow(scope, Set.of(row.person())));
        task(
                "SubstanceProfiles.versions(Scope,Collection)",
                (scope, row) -> profiles.versions(scope, Set.of(row.person())));
        task("Situations.holding(Scope,Collection)", (scope, row) -> situations.holding(scope, Set.of(row.person())));
        task(
                "PersonService.lifeStages(Scope,Collection)",
                (scope, row) -> people.lifeStages(scope, Set.of(row.person())));
    }

    private DemandQuestion question(Fixture row) {
        return new DemandQuestion(
                clock.instant().atZone(ZoneOffset.UTC).getYear(), row.home().centre());
    }
}
