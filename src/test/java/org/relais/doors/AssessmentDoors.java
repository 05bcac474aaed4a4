package org.relais.doors;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.DecideSaturationScale;
import org.relais.assessment.Definitions;
import org.relais.assessment.LatestResults;
import org.relais.assessment.SaturationDecisions;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSigns;
import org.relais.shared.AssessmentId;

/** The doors of instruments and vital signs. */
@TestComponent
class AssessmentDoors extends RoomDoors {

    AssessmentDoors(
            Assessments assessments,
            SaturationDecisions saturation,
            LatestResults latest,
            Definitions definitions,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        write(
                "Assessments.sign(Grant,SignInstrument)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> assessments.sign(
                        grant,
                        new SignInstrument(
                                AssessmentId.create(),
                                "CIWA_AR",
                                1,
                                null,
                                Map.of(),
                                null,
                                true,
                                "Only begun",
                                clock.instant(),
                                row.home().centre(),
                                null,
                                null))));
        write(
                "Assessments.sign(Grant,SignVitalSigns)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> assessments.sign(
                        grant,
                        new SignVitalSigns(
                                AssessmentId.create(),
                                new VitalSigns(72, 124, 80, 16, 97, null, null, null, null, null),
                                Set.of(),
                                null,
                                clock.instant(),
                                row.home().centre(),
                                null,
                                null))));
        write(
                "Assessments.sign(Grant,SignInstrument,SignVitalSigns)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> assessments.sign(
                        grant,
                        new SignInstrument(
                                AssessmentId.create(),
                                "CIWA_AR",
                                1,
                                null,
                                Map.of("NAUSEA", 1),
                                null,
                                true,
                                "Only begun",
                                clock.instant(),
                                row.home().centre(),
                                null,
                                null),
                        new SignVitalSigns(
                                AssessmentId.create(),
                                new VitalSigns(72, 124, 80, 16, 97, null, null, null, null, null),
                                Set.of(),
                                null,
                                clock.instant(),
                                row.home().centre(),
                                null,
                                null))));
        read(
                "Assessments.results(Grant,String,AssessmentCursor,int)",
                Section.MEDICAL,
                (grant, row) -> assessments.results(grant, "CIWA_AR", null, 20));
        read(
                "Assessments.withheld(Grant,String)",
                Section.MEDICAL,
                (grant, row) -> assessments.withheld(grant, "CIWA_AR"));
        read("Assessments.instruments(Grant)", Section.MEDICAL, (grant, row) -> assessments.instruments(grant));
        read(
                "Assessments.profile(Grant,Instrument,Locale)",
                Section.MEDICAL,
                (grant, row) ->
                        assessments.profile(grant, definitions.newest("AUDIT_C").orElseThrow(), Locale.FRENCH));
        read(
                "Assessments.printed(Grant,AssessmentId)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> {
                    assessments.printed(grant, AssessmentId.create());
                    return true;
                }));
        read(
                "Assessments.earlyWarningObstacle(Grant,CentreId)",
                Section.MEDICAL,
                (grant, row) ->
                        assessments.earlyWarningObstacle(grant, row.home().centre()));
        read(
                "SaturationDecisions.scale(Grant,CentreId)",
                Section.MEDICAL,
                (grant, row) -> saturation.scale(grant, row.home().centre()));
        write(
                "SaturationDecisions.decide(Grant,DecideSaturationScale)",
                Section.MEDICAL,
                (grant, row) -> undone(() -> saturation.decide(
                        grant,
                        new DecideSaturationScale(
                                AssessmentId.create(),
                                SaturationScale.SCALE_2,
                                "Target of 88 to 92 %",
                                row.home().centre()))));
        read(
                "Assessments.saturationScale(Grant,CentreId)",
                Section.MEDICAL,
                (grant, row) -> assessments.saturationScale(grant, row.home().centre()));
        listInFull(
                "LatestResults.of(Scope,Collection,Set,int)",
                Section.MEDICAL,
                (scope, row) -> latest.of(scope, Set.of(row.person()), Set.of("CIWA_AR", "NEWS2"), 5));
        task(
                "LatestResults.made(Scope,Collection,Set,Instant)",
                (scope, row) -> latest.made(scope, Set.of(row.person()), Set.of("CIWA_AR"), Instant.EPOCH));
    }
}
