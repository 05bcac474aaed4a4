package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.assessment.LatestResult;
import org.relais.assessment.LatestResults;
import org.relais.centre.Unit;
import org.relais.escalation.Alarm;
import org.relais.escalation.EscalationRules;
import org.relais.escalation.Escalations;
import org.relais.escalation.Trigger;
import org.relais.medication.Administration;
import org.relais.medication.MedicationDefinitions;
import org.relais.medication.MedicationRecord;
import org.relais.medication.MedicationSheet;
import org.relais.medication.Outcome;
import org.relais.person.Alert;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/** Gathers what is known of everybody in the beds of a ward. A constant number of SQL, however many there are. */
@Component
class HandOverComposer {

    private static final Duration DAY = Duration.ofHours(24);

    private final WardBoard board;
    private final MedicationRecord medication;
    private final MedicationDefinitions drugs;
    private final LatestResults latest;
    private final Escalations escalations;
    private final EscalationRules rules;
    private final PersonService persons;
    private final AccessService access;
    private final Clock clock;

    HandOverComposer(
            WardBoard board,
            MedicationRecord medication,
            MedicationDefinitions drugs,
            LatestResults latest,
            Escalations escalations,
            EscalationRules rules,
            PersonService persons,
            AccessService access,
            Clock clock) {
        this.board = board;
        this.medication = medication;
        this.drugs = drugs;
        this.latest = latest;
        this.escalations = escalations;
        this.rules = rules;
        this.persons = persons;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is known of each, in the order of the beds. Only what was written at the ward's own centre: whoever reads
     * it later may know no other. What a person locked stays out for everybody, their own authors too.
     *
     * @param own since when the reader has been away
     */
    Map<PersonId, Composed> of(
            Scope beds, Scope medical, Scope risk, Unit unit, WardShifts shifts, ShiftChange change, Instant own) {
        var end = shifts.next(change.at(), drugs.zone(unit.centre())).at();
        var now = clock.instant();
        var rows = board.of(beds, medical, unit.id()).stream()
                .filter(row -> row.bed().name() != null)
                .toList();
        var people = rows.stream()
                .map(row -> Objects.requireNonNull(row.bed().person()))
                .collect(Collectors.toSet());
        var from = List.of(change.began(), own, now.minus(DAY)).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var data = new Data(
                unit.centre(),
                access.lockedBy(medical, Section.MEDICAL, people),
                persons.alerts(risk, unit.centre(), unit.id(), people),
                medication.sheets(medical, people, from),
                latest.of(medical, people, new HashSet<>(shifts.alsoTold()), 1),
                escalations.since(medical, people, from));
        var composed = new LinkedHashMap<PersonId, Composed>();
        rows.forEach(row -> composed.put(
                Objects.requireNonNull(row.bed().person()),
                composed(row, data, new Span(change.began(), own, now, end))));
        return composed;
    }

    private Composed composed(WardRow row, Data data, Span span) {
        var person = Objects.requireNonNull(row.bed().person());
        var alerts = data.alerts().getOrDefault(person, List.of());
        var detox = row.detox() == null || !row.detox().centre().equals(data.centre()) ? null : row.detox();
        var alarms = row.alarms().stream()
                .filter(alarm -> alarm.centre().equals(data.centre()))
                .toList();
        if (data.locked().contains(person)) {
            var observations = detox == null
                    ? List.<ObservationNow>of()
                    : row.observations().stream()
                            .map(one -> new ObservationNow(one.instrument(), one.course(), List.of()))
                            .toList();
            return new Composed(
                    new HandOverFacts(
                            row.bed(),
                            detox == null ? null : detox.concealed(),
                            true,
                            alerts,
                            observations,
                            alarms.stream().map(HandOverComposer::concealed).toList(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            HandOverChanges.none(span.began())),
                    HandOverChanges.none(span.own()));
        }
        var observations = detox == null ? List.<ObservationNow>of() : here(row.observations(), data.centre());
        var also = data.also().stream()
                .filter(result ->
                        result.person().equals(person) && result.centre().equals(data.centre()))
                .toList();
        var raised = data.raised().stream()
                .filter(alarm -> alarm.person().equals(person) && alarm.centre().equals(data.centre()))
                .toList();
        var sheet = here(data.sheets().get(person), person, data.centre());
        var counting =
                sheet.administrations().stream().filter(Administration::counts).toList();
        return new Composed(
                new HandOverFacts(
                        row.bed(),
                        detox,
                        false,
                        alerts,
                        observations,
                        alarms,
                        sheet.inForce(span.now()),
                        counting.stream()
                                .filter(dose ->
                                        dose.observedAt().isAfter(span.now().minus(DAY)))
                                .toList(),
                        sheet.doses(span.began(), span.end(), span.now(), drugs).stream()
                                .filter(dose -> dose.answer() == null)
                                .toList(),
                        sheet.rechecks(),
                        also,
                        calls(data.centre(), observations),
                        changes(span.began(), observations, also, sheet, counting, raised)),
                changes(span.own(), observations, also, sheet, counting, raised));
    }

    private static List<ObservationNow> here(List<ObservationNow> observations, CentreId centre) {
        return observations.stream()
                .map(one -> new ObservationNow(
                        one.instrument(),
                        one.course(),
                        one.results().stream()
                                .filter(result -> result.centre().equals(centre))
                                .toList()))
                .toList();
    }

    private static MedicationSheet here(@Nullable MedicationSheet sheet, PersonId person, CentreId centre) {
        return sheet == null
                ? new MedicationSheet(person, List.of(), List.of(), false)
                : new MedicationSheet(
                        person,
                        sheet.orders().stream()
                                .filter(order -> order.centre().equals(centre))
                                .toList(),
                        sheet.administrations().stream()
                                .filter(dose -> dose.centre().equals(centre))
                                .toList(),
                        sheet.withheld());
    }

    private static Alarm concealed(Alarm alarm) {
        return new Alarm(
                alarm.id(),
                alarm.person(),
                alarm.centre(),
                alarm.raisedAt(),
                alarm.dueAt(),
                alarm.version(),
                null,
                null,
                null,
                null);
    }

    // Of each instrument, the next total that is not reached yet
    private List<HandOverFacts.Call> calls(CentreId centre, List<ObservationNow> observations) {
        var calls = new ArrayList<HandOverFacts.Call>();
        for (var observation : observations) {
            var last = observation.results().stream()
                    .map(LatestResult::findings)
                    .filter(Objects::nonNull)
                    .map(LatestResult.Findings::total)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(-1);
            rules.inForce(centre).stream()
                    .flatMap(rule -> rule.triggers().stream()
                            .filter(Trigger.Total.class::isInstance)
                            .map(Trigger.Total.class::cast)
                            .filter(total -> total.instrument().equals(observation.instrument()))
                            .filter(total -> total.atLeast() != null && total.atLeast() > last)
                            .map(total -> new HandOverFacts.Call(
                                    total.instrument(), Objects.requireNonNull(total.atLeast()), rule)))
                    .min(Comparator.comparing(HandOverFacts.Call::atLeast))
                    .ifPresent(calls::add);
        }
        return calls;
    }

    private static HandOverChanges changes(
            Instant since,
            List<ObservationNow> observations,
            List<LatestResult> also,
            MedicationSheet sheet,
            List<Administration> doses,
            List<Alarm> raised) {
        var events = new ArrayList<HandOverEvent>();
        for (var order : sheet.orders()) {
            if (!order.signedAt().isBefore(since)) {
                events.add(event(
                        order.signedAt(),
                        HandOverEvent.Kind.ORDERED,
                        order.drug().name()));
            }
            var stop = order.stop();
            if (stop != null && !stop.replaced() && !stop.at().isBefore(since)) {
                events.add(event(
                        stop.at(), HandOverEvent.Kind.STOPPED, order.drug().name()));
            }
        }
        var news = doses.stream()
                .filter(dose -> !dose.recordedAt().isBefore(since))
                .toList();
        news.stream()
                .filter(dose -> !dose.given())
                .forEach(dose -> events.add(event(
                        dose.observedAt(),
                        switch (dose.outcome()) {
                            case REFUSED -> HandOverEvent.Kind.DOSE_REFUSED;
                            case HELD -> HandOverEvent.Kind.DOSE_HELD;
                            case MISSED, GIVEN, ENTERED_IN_ERROR -> HandOverEvent.Kind.DOSE_MISSED;
                        },
                        dose.drug().name())));
        for (var observation : observations) {
            observation.course().past().stream()
                    .filter(slot -> !slot.endedAt().isBefore(since))
                    .forEach(slot -> {
                        switch (slot.outcome()) {
                            case MISSED ->
                                events.add(event(
                                        slot.dueAt(), HandOverEvent.Kind.OBSERVATION_MISSED, observation.instrument()));
                            case REFUSED ->
                                events.add(event(
                                        slot.endedAt(),
                                        HandOverEvent.Kind.OBSERVATION_REFUSED,
                                        observation.instrument()));
                            case ASLEEP ->
                                events.add(event(slot.endedAt(), HandOverEvent.Kind.ASLEEP, observation.instrument()));
                            case ON_TIME, LATE -> {
                                // Counted by its form
                            }
                        }
                    });
        }
        var alarms = raised.stream()
                .filter(alarm -> !alarm.raisedAt().isBefore(since))
                .toList();
        alarms.forEach(alarm -> {
            var matter = alarm.matter();
            if (matter != null) {
                events.add(new HandOverEvent(
                        alarm.raisedAt(),
                        HandOverEvent.Kind.ALARM,
                        "",
                        matter.rule().name()));
            }
        });
        events.sort(Comparator.comparing(HandOverEvent::at));
        return HandOverChanges.of(
                since,
                scores(since, observations.stream().map(ObservationNow::results).toList())
                        + scores(since, List.of(also)),
                Math.toIntExact(news.stream()
                        .filter(dose -> dose.outcome() == Outcome.GIVEN)
                        .count()),
                alarms.size(),
                events);
    }

    private static int scores(Instant since, Collection<List<LatestResult>> results) {
        return Math.toIntExact(results.stream()
                .flatMap(List::stream)
                .filter(result -> !result.recordedAt().isBefore(since))
                .count());
    }

    private static HandOverEvent event(Instant at, HandOverEvent.Kind kind, String what) {
        return new HandOverEvent(at, kind, what, null);
    }

    /** @param own what was entered since the reader's last shift */
    record Composed(HandOverFacts facts, HandOverChanges own) {}

    private record Data(
            CentreId centre,
            Set<PersonId> locked,
            Map<PersonId, List<Alert>> alerts,
            Map<PersonId, MedicationSheet> sheets,
            List<LatestResult> also,
            List<Alarm> raised) {}

    /** @param end of the coming shift */
    private record Span(Instant began, Instant own, Instant now, Instant end) {}
}
