package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Assessments;
import org.relais.assessment.LatestResult;
import org.relais.assessment.LatestResults;
import org.relais.detox.DetoxTable.OmissionRow;
import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Dosed;
import org.relais.detox.ObservationEvent.Omitted;
import org.relais.medication.Administration;
import org.relais.medication.MedicationDefinitions;
import org.relais.medication.MedicationRecord;
import org.relais.rules.RuleInForce;
import org.relais.shared.DetoxId;

/** Puts what was done before the clock: of one person, or of all on a board. */
@Component
class ObservationCourses {

    // A day of hourly results, and a few more
    static final int MOST = 30;

    // No protocol asks later than this after a dose
    private static final Duration LATEST_DOSES = Duration.ofDays(2);

    private final DetoxTable table;
    private final Protocols protocols;
    private final LatestResults latest;
    private final Assessments assessments;
    private final MedicationRecord medication;
    private final MedicationDefinitions drugs;
    private final RuleInForce<ObservationTiming> timing;
    private final Clock clock;

    ObservationCourses(
            DetoxTable table,
            Protocols protocols,
            LatestResults latest,
            Assessments assessments,
            MedicationRecord medication,
            MedicationDefinitions drugs,
            RuleInForce<ObservationTiming> timing,
            Clock clock) {
        this.table = table;
        this.protocols = protocols;
        this.latest = latest;
        this.assessments = assessments;
        this.medication = medication;
        this.drugs = drugs;
        this.timing = timing;
        this.clock = clock;
    }

    /** Of several withdrawals at once, the leading observation of each first. A constant number of SQL, however many. */
    Map<DetoxId, List<ObservationNow>> of(Scope medical, Collection<DetoxRow> withdrawals) {
        var people = withdrawals.stream().map(DetoxRow::person).toList();
        var instruments = new HashSet<String>();
        withdrawals.forEach(
                row -> protocol(row).observations().forEach(planned -> instruments.add(planned.instrument())));
        var results = latest.of(medical, people, instruments, MOST).stream()
                .collect(Collectors.groupingBy(LatestResult::person));
        var sheets = medication.sheets(medical, people, clock.instant().minus(LATEST_DOSES));
        var omissions = table.omissions(withdrawals.stream().map(DetoxRow::id).toList()).stream()
                .collect(Collectors.groupingBy(OmissionRow::detox));
        return withdrawals.stream()
                .collect(Collectors.toMap(
                        DetoxRow::id,
                        row -> of(
                                row,
                                results.getOrDefault(row.person(), List.of()),
                                omissions.getOrDefault(row.id(), List.of()),
                                sheets.containsKey(row.person())
                                        ? sheets.get(row.person()).administrations()
                                        : List.of())));
    }

    /** Of one person. */
    List<ObservationNow> of(Grant grant, DetoxRow detox) {
        var results = new ArrayList<LatestResult>();
        for (var planned : protocol(detox).observations()) {
            assessments.results(grant, planned.instrument(), null, MOST).rows().stream()
                    .filter(AssessmentRow::counts)
                    .map(row -> latest(detox, row))
                    .forEach(results::add);
        }
        return of(
                detox,
                results,
                table.omissions(Set.of(detox.id())),
                medication.sheet(grant, clock.instant().minus(LATEST_DOSES)).administrations());
    }

    /** Whether the last result of the leading instrument allows to let the person sleep. */
    boolean maySleep(Grant grant, DetoxRow detox) {
        var leading = protocol(detox).leading().instrument();
        return assessments.results(grant, leading, null, MOST).rows().stream()
                .filter(AssessmentRow::counts)
                .filter(row -> !row.occurredAt().isBefore(detox.watchedFrom()))
                .findFirst()
                .map(AssessmentRow::findings)
                .map(AssessmentRow.Findings::band)
                .filter(timing.now().asleepBands()::contains)
                .isPresent();
    }

    private List<ObservationNow> of(
            DetoxRow detox, List<LatestResult> results, List<OmissionRow> omissions, List<Administration> doses) {
        return protocol(detox).observations().stream()
                .map(planned -> now(detox, planned, results, omissions, doses))
                .toList();
    }

    private ObservationNow now(
            DetoxRow detox,
            PlannedObservation planned,
            List<LatestResult> results,
            List<OmissionRow> omissions,
            List<Administration> doses) {
        var mine = results.stream()
                .filter(result -> result.instrument().equals(planned.instrument()))
                .toList();
        var events = new ArrayList<ObservationEvent>();
        // A form with open items is not the observation that was asked for
        mine.stream()
                .filter(result -> result.status() != AssessmentStatus.INCOMPLETE)
                .map(result -> new Completed(result.occurredAt(), result.band()))
                .forEach(events::add);
        omissions.stream()
                .filter(omission -> omission.instrument().equals(planned.instrument()))
                .map(omission -> new Omitted(omission.at(), omission.kind()))
                .forEach(events::add);
        doses.stream()
                .filter(dose -> dose.given() && asksFor(planned, dose))
                .map(dose -> new Dosed(dose.observedAt()))
                .forEach(events::add);
        var watch = new ObservationClock(timing.now(), planned, detox.watchedFrom());
        var course = mine.size() < MOST ? watch.at(events, clock.instant()) : watch.resumed(events, clock.instant());
        return new ObservationNow(
                planned.instrument(),
                course,
                mine.stream()
                        .filter(result -> !result.occurredAt().isBefore(detox.startedAt()))
                        .toList());
    }

    private boolean asksFor(PlannedObservation planned, Administration dose) {
        var after = planned.afterDose();
        return after != null
                && drugs.drugs(dose.centre()).classesOf(dose.drug().code()).stream()
                        .anyMatch(one -> after.classes().contains(one.code()));
    }

    private static LatestResult latest(DetoxRow detox, AssessmentRow row) {
        var findings = row.findings();
        return new LatestResult(
                detox.person(),
                row.id(),
                row.instrument(),
                row.version(),
                row.occurredAt(),
                row.recordedAt(),
                row.scorer(),
                findings == null ? AssessmentStatus.SCORED : findings.status(),
                findings == null
                        ? null
                        : new LatestResult.Findings(
                                findings.total(),
                                findings.band(),
                                findings.severity(),
                                findings.alerts(),
                                findings.reason()));
    }

    private DetoxProtocol protocol(DetoxRow detox) {
        return protocols.version(detox.protocol(), detox.protocolVersion());
    }
}
