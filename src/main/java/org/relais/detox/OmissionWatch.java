package org.relais.detox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.TaskContext;
import org.relais.centre.Centres;
import org.relais.escalation.Escalations;
import org.relais.escalation.RaiseAlarm;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.OmissionId;

/**
 * Calls for help when observations were missed or refused in a row (E15). The board shows it without: this only tells.
 * Every node looks; what one has told, the others cannot tell again.
 */
@Component
class OmissionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(OmissionWatch.class);
    private static final String TASK = "detox-watch";
    private static final String MISSED = "OBSERVATIONS_MISSED";
    private static final String REFUSED = "OBSERVATIONS_REFUSED";

    private final DetoxTable table;
    private final ObservationCourses courses;
    private final RuleInForce<ObservationTiming> timing;
    private final Escalations escalations;
    private final Centres centres;
    private final AccessService access;
    private final TransactionTemplate transaction;

    OmissionWatch(
            DetoxTable table,
            ObservationCourses courses,
            RuleInForce<ObservationTiming> timing,
            Escalations escalations,
            Centres centres,
            AccessService access,
            TransactionTemplate transaction) {
        this.table = table;
        this.courses = courses;
        this.timing = timing;
        this.escalations = escalations;
        this.centres = centres;
        this.access = access;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${relais.detox.watch-interval:60s}",
            fixedDelayString = "${relais.detox.watch-interval:60s}")
    void watch() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The missed observations could not be looked at; the next look sees them again", failed);
        }
    }

    /** Looks at every withdrawal that is watched over, centre by centre. */
    void look() {
        TaskContext.run(
                TASK,
                () -> centres.all().stream()
                        .filter(centre -> centre.units().stream()
                                .anyMatch(unit -> !unit.beds().isEmpty()))
                        .forEach(centre -> look(centre.id())));
    }

    /** Tells at once what a refusal came to, in its transaction. */
    void tell(Authority authority, DetoxRow detox, ObservationNow observation) {
        var omitted = call(observation.course(), timing.now());
        if (omitted.isEmpty()) {
            return;
        }
        var last = omitted.get();
        var name = name(detox.id().toString(), observation.instrument(), last);
        escalations.raise(
                authority,
                new RaiseAlarm(
                        detox.person(),
                        detox.centre(),
                        last.outcome() == SlotOutcome.REFUSED ? REFUSED : MISSED,
                        new OmissionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                        last.endedAt()));
    }

    /** The observation that was missed or refused last, when that calls for help. */
    static Optional<ObservationCourse.Slot> call(ObservationCourse course, ObservationTiming timing) {
        return course.omittedInRow() < timing.omittedInRow()
                ? Optional.empty()
                // Somebody who sleeps after two refusals has not refused again
                : Optional.of(course.past().getLast())
                        .filter(last -> last.outcome() == SlotOutcome.MISSED || last.outcome() == SlotOutcome.REFUSED);
    }

    /** What an alarm is known by: told of the same observation again, it is not raised again. */
    static String name(String withdrawal, String instrument, ObservationCourse.Slot omitted) {
        return withdrawal + "/" + instrument + "/" + omitted.dueAt();
    }

    private void look(CentreId centre) {
        Scope scope = access.taskScope(TASK, centre, Section.MEDICAL, Purpose.CARE);
        var active = table.live(scope).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE)
                .toList();
        access.show(scope, active.stream().map(DetoxRow::person).toList());
        var observations = courses.of(scope, active);
        for (var detox : active) {
            for (var one : observations.getOrDefault(detox.id(), List.of())) {
                transaction.executeWithoutResult(_ -> tell(scope, detox, one));
            }
        }
    }
}
