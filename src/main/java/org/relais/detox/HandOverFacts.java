package org.relais.detox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LatestResult;
import org.relais.episode.BedRow;
import org.relais.escalation.Alarm;
import org.relais.escalation.EscalationRule;
import org.relais.medication.Administration;
import org.relais.medication.DueDose;
import org.relais.medication.DueRecheck;
import org.relais.medication.MedicationOrder;
import org.relais.person.Alert;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;

/**
 * What the software knows of one person for the hand-over. Nothing of it comes from the family's case or from
 * psychotherapy: it is made of observations, doses, orders, alarms and alerts alone (PRI-01, PRI-02).
 *
 * @param detox the withdrawal that is watched over here; null without one
 * @param withheld whether the person locked what is written of them: then only the alerts and what is due are there
 * @param alerts most urgent first
 * @param observations where each stands, the leading one first
 * @param alarms those open, the first due first
 * @param orders those in force
 * @param doses what became of doses in the last 24 hours, the latest first
 * @param pending the scheduled doses of the coming shift that nobody has answered, and late ones
 * @param also the last result of each instrument that is told beside those of the protocol
 * @param calls at which total the physician is called
 */
public record HandOverFacts(
        BedRow bed,
        @Nullable DetoxRow detox,
        boolean withheld,
        List<Alert> alerts,
        List<ObservationNow> observations,
        List<Alarm> alarms,
        List<MedicationOrder> orders,
        List<Administration> doses,
        List<DueDose> pending,
        List<DueRecheck> rechecks,
        List<LatestResult> also,
        List<Call> calls,
        HandOverChanges changes) {

    public HandOverFacts {
        alerts = List.copyOf(alerts);
        observations = List.copyOf(observations);
        alarms = List.copyOf(alarms);
        orders = List.copyOf(orders);
        doses = List.copyOf(doses);
        pending = List.copyOf(pending);
        rechecks = List.copyOf(rechecks);
        also = List.copyOf(also);
        calls = List.copyOf(calls);
    }

    /** From which total of an instrument a rule calls for help. */
    public record Call(String instrument, int atLeast, EscalationRule rule) {}

    public PersonId person() {
        return name().person();
    }

    public PersonName name() {
        return Objects.requireNonNull(bed.name());
    }

    /**
     * What they rest on, as a mark that stays the same while nothing is entered: time alone does not change it.
     *
     * @param sentence the version of the sentence that stands beside them
     */
    String basis(int sentence) {
        var parts = Stream.of(
                        Stream.of(bed.bed().label(), withheld, detox == null ? "" : detox.id() + "/" + detox.version()),
                        alerts.stream().map(Alert::id),
                        observations.stream()
                                .flatMap(one -> Stream.concat(
                                        one.results().stream().map(LatestResult::form),
                                        Stream.of(one.course().past().size()))),
                        alarms.stream().map(alarm -> alarm.id() + "/" + alarm.version()),
                        orders.stream().map(MedicationOrder::id),
                        doses.stream().map(dose -> dose.id() + "/" + (dose.recheck() != null)),
                        also.stream().map(LatestResult::form))
                .flatMap(part -> part)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)) + "/" + sentence;
    }
}
