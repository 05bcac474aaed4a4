package org.relais.detox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.assessment.LatestResult;
import org.relais.centre.Centres;
import org.relais.detox.VisitTable.CallRow;
import org.relais.detox.VisitTable.MissedRow;
import org.relais.detox.VisitTable.StepRow;
import org.relais.shared.DetoxId;

/** Puts what was made and told before the clock of visits, of all on a list at once. */
@Component
class VisitFacts {

    private final VisitTable table;
    private final ObservationCourses courses;
    private final Protocols protocols;
    private final Centres centres;
    private final Clock clock;

    VisitFacts(VisitTable table, ObservationCourses courses, Protocols protocols, Centres centres, Clock clock) {
        this.table = table;
        this.courses = courses;
        this.protocols = protocols;
        this.centres = centres;
        this.clock = clock;
    }

    /** The plan of a withdrawal's visits; empty where its protocol plans none. */
    Optional<VisitPlan> plan(DetoxRow detox) {
        return Optional.ofNullable(
                protocols.version(detox.protocol(), detox.protocolVersion()).visits());
    }

    /** Of several withdrawals at once: a constant number of SQL, however many. */
    Map<DetoxId, Facts> of(Scope medical, Collection<DetoxRow> withdrawals) {
        var ids = withdrawals.stream().map(DetoxRow::id).toList();
        var active = withdrawals.stream()
                .filter(row -> row.state() == DetoxState.ACTIVE)
                .toList();
        var observations = courses.of(medical, active);
        var calls = table.calls(ids).stream().collect(Collectors.groupingBy(CallRow::detox));
        var steps = table.steps(ids).stream().collect(Collectors.groupingBy(StepRow::detox));
        var missed = table.missed(ids).stream().collect(Collectors.groupingBy(MissedRow::detox));
        return withdrawals.stream()
                .collect(Collectors.toMap(
                        DetoxRow::id,
                        row -> facts(
                                row,
                                observations.getOrDefault(row.id(), List.of()),
                                calls.getOrDefault(row.id(), List.of()),
                                steps.getOrDefault(row.id(), List.of()),
                                missed.getOrDefault(row.id(), List.of()))));
    }

    private Facts facts(
            DetoxRow detox,
            List<ObservationNow> observations,
            List<CallRow> calls,
            List<StepRow> steps,
            List<MissedRow> told) {
        var course = detox.state() == DetoxState.ACTIVE
                ? plan(detox)
                        .map(plan -> course(detox, plan, observations, steps))
                        .orElse(null)
                : null;
        var open = new TreeSet<LocalDate>();
        told.forEach(one -> open.add(one.day()));
        if (course != null) {
            open.addAll(course.missed());
        }
        steps.stream().filter(one -> one.step().closesFollowUp()).forEach(one -> open.remove(one.visitDay()));
        return new Facts(
                course,
                observations,
                calls.stream()
                        .filter(call -> steps.stream()
                                .noneMatch(step -> step.step().answersCall()
                                        && !step.recordedAt().isBefore(call.recordedAt())))
                        .toList(),
                steps,
                List.copyOf(open));
    }

    private VisitCourse course(DetoxRow detox, VisitPlan plan, List<ObservationNow> observations, List<StepRow> steps) {
        var day = centres.centre(detox.centre()).serviceDay();
        var made = observations.stream()
                .flatMap(one -> one.results().stream())
                .map(LatestResult::occurredAt)
                .toList();
        // A refusal is told by somebody who had the person before them; a missed one by nobody
        var refused = observations.stream()
                .flatMap(one -> one.course().past().stream())
                .filter(slot -> slot.outcome() == SlotOutcome.REFUSED || slot.outcome() == SlotOutcome.ASLEEP)
                .map(ObservationCourse.Slot::endedAt);
        var seen = steps.stream().filter(one -> one.step().answersCall()).map(StepRow::at);
        var contacts =
                Stream.of(made.stream(), refused, seen).flatMap(one -> one).toList();
        var agreed =
                steps.stream().map(StepRow::agreedAt).filter(Objects::nonNull).toList();
        return new VisitClock(plan, day, detox.startedAt(), detox.watchedFrom())
                .at(contacts, agreed, knownFrom(observations), clock.instant());
    }

    // An instrument with as many results as are read may have older ones that are not
    private static @Nullable Instant knownFrom(List<ObservationNow> observations) {
        return observations.stream()
                .filter(one -> one.results().size() >= ObservationCourses.MOST)
                .map(one -> one.results().getLast().occurredAt())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * @param calls those that nobody answered
     * @param followUps the missed days that nobody closed
     */
    record Facts(
            @Nullable VisitCourse course,
            List<ObservationNow> observations,
            List<CallRow> calls,
            List<StepRow> steps,
            List<LocalDate> followUps) {}
}
