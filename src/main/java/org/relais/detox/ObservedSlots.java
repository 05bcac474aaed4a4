package org.relais.detox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.assessment.LatestResults;
import org.relais.assessment.MadeForm;
import org.relais.centre.Centres;
import org.relais.detox.DetoxTable.Done;
import org.relais.detox.DetoxTable.OmissionRow;
import org.relais.detox.ObservationEvent.Completed;
import org.relais.detox.ObservationEvent.Dosed;
import org.relais.detox.ObservationEvent.Omitted;
import org.relais.medication.GivenDrug;
import org.relais.medication.MedicationDefinitions;
import org.relais.medication.MedicationRecord;
import org.relais.rules.RuleInForce;
import org.relais.rules.Rules;
import org.relais.shared.DetoxId;
import org.relais.shared.PersonId;

/**
 * Every observation that was due in a withdrawal, from its beginning to its end or until now: the clock of the board run
 * over each time in which the person was watched, from the same forms, omissions and doses. With the version of the
 * allowances that was in force when that time ended.
 */
@Component
class ObservedSlots {

    private final DetoxTable table;
    private final Protocols protocols;
    private final LatestResults results;
    private final MedicationRecord medication;
    private final MedicationDefinitions drugs;
    private final Rules rules;
    private final RuleInForce<ObservationTiming> inForce;
    private final Centres centres;
    private final Clock clock;

    ObservedSlots(
            DetoxTable table,
            Protocols protocols,
            LatestResults results,
            MedicationRecord medication,
            MedicationDefinitions drugs,
            Rules rules,
            RuleInForce<ObservationTiming> inForce,
            Centres centres,
            Clock clock) {
        this.table = table;
        this.protocols = protocols;
        this.results = results;
        this.medication = medication;
        this.drugs = drugs;
        this.rules = rules;
        this.inForce = inForce;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * One observation that was due.
     *
     * @param id the same each time it is worked out, however it went
     * @param overdue whether it was made after its grace, or not at all without the person having refused
     */
    record DueSlot(UUID id, DetoxRow detox, Instant dueAt, boolean overdue) {}

    /** A time in which the person was watched. */
    private record Watch(Instant from, Instant to) {}

    /** What is known of some people that moves a clock. */
    private record Known(
            Map<PersonId, List<MadeForm>> forms,
            Map<PersonId, List<GivenDrug>> doses,
            Map<DetoxId, List<OmissionRow>> omissions) {}

    /**
     * Those of these withdrawals; four SQL, however many.
     *
     * @param heads the records of the people, each with whom it is read as
     */
    List<DueSlot> of(Scope task, Collection<DetoxRow> withdrawals, Map<PersonId, PersonId> heads) {
        var watched = withdrawals.stream()
                .filter(detox -> protocol(detox).visits() == null)
                .toList();
        var first = watched.stream().map(DetoxRow::startedAt).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        var known = known(task, watched, heads, first.get().minus(Duration.ofMinutes(1)));
        var acts = table.done(watched.stream().map(DetoxRow::id).toList()).stream()
                .collect(Collectors.groupingBy(Done::detox));
        var slots = new ArrayList<DueSlot>();
        for (var detox : watched) {
            var watches = watches(acts.getOrDefault(detox.id(), List.of()));
            for (var planned : protocol(detox).observations()) {
                slots.addAll(of(detox, planned, watches, events(detox, planned, known, heads.get(detox.person()))));
            }
        }
        return slots;
    }

    private List<DueSlot> of(
            DetoxRow detox, PlannedObservation planned, List<Watch> watches, List<ObservationEvent> events) {
        var slots = new ArrayList<DueSlot>();
        var turns = new HashMap<Instant, Integer>();
        for (var watch : watches) {
            var course = new ObservationClock(timing(detox, watch.to()), planned, watch.from()).at(events, watch.to());
            course.past()
                    .forEach(slot -> slots.add(slot(
                            detox,
                            planned,
                            slot.dueAt(),
                            turns,
                            slot.outcome() == SlotOutcome.LATE || slot.outcome() == SlotOutcome.MISSED)));
            if (course.status() == ObservationStatus.OVERDUE) {
                slots.add(slot(detox, planned, course.dueAt(), turns, true));
            }
        }
        return slots;
    }

    // One made so early that the next is due at the same time makes two of that time
    private static DueSlot slot(
            DetoxRow detox, PlannedObservation planned, Instant dueAt, Map<Instant, Integer> turns, boolean overdue) {
        var turn = turns.merge(dueAt, 1, Integer::sum);
        var name = detox.id() + "/" + planned.instrument() + "/" + dueAt + (turn == 1 ? "" : "/" + turn);
        return new DueSlot(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), detox, dueAt, overdue);
    }

    private List<Watch> watches(List<Done> acts) {
        var watches = new ArrayList<Watch>();
        @Nullable Instant from = null;
        for (var act : acts) {
            switch (act.act()) {
                case START, RESUME -> from = act.at();
                case SUSPEND, END -> {
                    if (from != null) {
                        watches.add(new Watch(from, act.at()));
                    }
                    from = null;
                }
            }
        }
        if (from != null) {
            watches.add(new Watch(from, clock.instant()));
        }
        return watches;
    }

    private Known known(Scope task, Collection<DetoxRow> withdrawals, Map<PersonId, PersonId> heads, Instant since) {
        var instruments = new HashSet<String>();
        withdrawals.forEach(
                detox -> protocol(detox).observations().forEach(planned -> instruments.add(planned.instrument())));
        var people = new HashSet<PersonId>();
        withdrawals.forEach(detox -> people.add(heads.get(detox.person())));
        var records = heads.keySet().stream()
                .filter(record -> people.contains(heads.get(record)))
                .toList();
        return new Known(
                results.made(task, records, instruments, since).stream()
                        .collect(Collectors.groupingBy(form -> heads.get(form.person()))),
                medication.given(task, records, since).stream()
                        .collect(Collectors.groupingBy(dose -> heads.get(dose.person()))),
                table.omissions(withdrawals.stream().map(DetoxRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(OmissionRow::detox)));
    }

    private List<ObservationEvent> events(
            DetoxRow detox, PlannedObservation planned, Known known, @Nullable PersonId person) {
        var events = new ArrayList<ObservationEvent>();
        known.forms().getOrDefault(person, List.of()).stream()
                .filter(form -> form.centre().equals(detox.centre())
                        && form.instrument().equals(planned.instrument()))
                .map(form -> new Completed(form.occurredAt(), form.band()))
                .forEach(events::add);
        known.omissions().getOrDefault(detox.id(), List.of()).stream()
                .filter(omission -> omission.instrument().equals(planned.instrument()))
                .map(omission -> new Omitted(omission.at(), omission.kind()))
                .forEach(events::add);
        known.doses().getOrDefault(person, List.of()).stream()
                .filter(dose -> dose.centre().equals(detox.centre()) && asksFor(planned, dose))
                .map(dose -> new Dosed(dose.observedAt()))
                .forEach(events::add);
        return events;
    }

    private boolean asksFor(PlannedObservation planned, GivenDrug dose) {
        var after = planned.afterDose();
        return after != null
                && drugs.drugs(dose.centre()).classesOf(dose.drug()).stream()
                        .anyMatch(one -> after.classes().contains(one.code()));
    }

    private ObservationTiming timing(DetoxRow detox, Instant at) {
        var day = centres.centre(detox.centre()).serviceDay().of(at);
        return rules.on(ObservationTiming.KIND, ObservationTiming.CODE, day)
                // What is older than the allowances themselves
                .orElseGet(inForce::now);
    }

    private DetoxProtocol protocol(DetoxRow detox) {
        return protocols.version(detox.protocol(), detox.protocolVersion());
    }
}
