package org.relais.detox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSigns;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.escalation.Escalations;
import org.relais.shared.AssessmentId;
import org.relais.shared.Conflict;
import org.relais.shared.DetoxId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;

/**
 * The withdrawals of a person, from the beginning to the end, and why an observation was not made.
 *
 * <p>Every act takes a grant to write in the medical section, stands in the record and in the access log, and throws
 * {@link StaleVersion} when somebody saved meanwhile, {@link NotFound} for a withdrawal that is not the person's or of
 * a centre in which the actor takes no part.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class DetoxEpisodes {

    /** The shortest reason for going against a rule, in characters. */
    static final int SHORTEST_REASON = 10;

    private static final String SETTING_RULE = "DTX-01";
    private static final String LENGTH_RULE = "DTX-02";
    private static final String TOLERANCE_RULE = "DTX-03";
    private static final String CRITERIA_RULE = "B.8";
    private static final int MOST_RESULTS = 100;

    private final DetoxTable table;
    private final DetoxEntries entries;
    private final Protocols protocols;
    private final ObservationCourses courses;
    private final OmissionWatch watch;
    private final Escalations escalations;
    private final Assessments assessments;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DetoxEpisodes(
            DetoxTable table,
            DetoxEntries entries,
            Protocols protocols,
            ObservationCourses courses,
            OmissionWatch watch,
            Escalations escalations,
            Assessments assessments,
            Centres centres,
            AccessService access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.entries = entries;
        this.protocols = protocols;
        this.courses = courses;
        this.watch = watch;
        this.escalations = escalations;
        this.assessments = assessments;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Begins to watch over a withdrawal.
     *
     * @throws InvalidInput at {@code protocol}, {@code substances}, {@code startedAt}, {@code plannedEnd}, {@code
     *     obstacles} or {@code reason}
     * @throws Conflict when another withdrawal of the person is live, or another was begun with this id
     */
    public DetoxRow start(Grant write, StartDetox command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "detox.error.centre");
        }
        var day = centres.centre(command.centre()).serviceDay();
        var now = clock.instant();
        var protocol = protocols
                .on(command.protocol(), day.of(now))
                .orElseThrow(() -> new InvalidInput("protocol", "detox.error.protocol"));
        if (command.substances().isEmpty()
                || command.substances().stream().noneMatch(protocol.substances()::contains)) {
            throw new InvalidInput("substances", "detox.error.substances");
        }
        var at = command.startedAt() == null ? now : command.startedAt();
        if (at.isAfter(now)) {
            throw new InvalidInput("startedAt", "detox.error.future");
        }
        if (command.plannedEnd().isBefore(day.of(now))) {
            throw new InvalidInput("plannedEnd", "detox.error.end-before-today");
        }
        var warnings = warnings(write, command, protocol, day.daysUntil(command.plannedEnd(), at) + 1);
        if (table.of(write.people()).stream().anyMatch(row -> row.state() != DetoxState.ENDED)) {
            throw new Conflict("detox.error.another-live");
        }
        try {
            table.insert(
                    write.person(),
                    command,
                    protocol,
                    write.unitIn(command.centre()).orElse(null),
                    at);
        } catch (DuplicateKeyException quicker) {
            throw new Conflict("detox.error.another-live");
        }
        var kept = new DetoxTable.Kept(
                DetoxAct.START, at, warnings, FreeText.optional("reason", command.reason(), FreeText.NOTE));
        return keep(write, stored(write, command.id()), kept, AccessAction.CREATE);
    }

    /**
     * Suspends watching, or takes it up again: the first observation is then due as at the beginning.
     *
     * @throws InvalidInput at {@code reason} when it is suspended without one
     * @throws Conflict when it is not in the state for it
     */
    public DetoxRow pause(Grant write, PauseDetox command) {
        var before = require(write, command.id(), command.expectedVersion());
        var now = clock.instant();
        if (before.state() != (command.suspend() ? DetoxState.ACTIVE : DetoxState.SUSPENDED)) {
            throw new Conflict("detox.error.state");
        }
        var reason = command.suspend() ? FreeText.require("reason", command.reason(), FreeText.NOTE) : null;
        var state = command.suspend() ? DetoxState.SUSPENDED : DetoxState.ACTIVE;
        if (!table.update(before, state, command.suspend() ? before.watchedFrom() : now)) {
            throw new StaleVersion();
        }
        var act = command.suspend() ? DetoxAct.SUSPEND : DetoxAct.RESUME;
        return keep(
                write,
                stored(write, command.id()),
                new DetoxTable.Kept(act, now, List.of(), reason),
                AccessAction.CHANGE);
    }

    /**
     * The criteria of a completed withdrawal that the results alone leave open: those to be stated are among them.
     *
     * @param grant to read or write the medical section
     */
    public List<EndCriterion> open(Grant grant, DetoxId id) {
        access.require(grant, Section.MEDICAL, Right.READ);
        var detox = table.find(grant.people(), id).orElseThrow(NotFound::new);
        return open(grant, new EndDetox(id, detox.version(), DetoxOutcome.COMPLETED, Set.of(), null), detox);
    }

    /**
     * Ends a withdrawal, and with it the alarms that the system may close.
     *
     * @throws InvalidInput at {@code reason} when a criterion is open and no reason says why it ends all the same; at
     *     {@code stated} when only a physician may end it so
     * @throws Conflict when it has ended
     */
    public DetoxRow end(Grant write, EndDetox command) {
        var before = require(write, command.id(), command.expectedVersion());
        if (before.state() == DetoxState.ENDED) {
            throw new Conflict("detox.error.state");
        }
        var warnings = new ArrayList<String>();
        if (command.outcome().completed()) {
            var open = open(write, command, before);
            if (!open.isEmpty()) {
                warnings.add(CRITERIA_RULE);
                requireReason(command.reason(), "detox.error.end-reason");
            }
            if (open.stream().anyMatch(EndCriterion::blocking)) {
                warnings.add(TOLERANCE_RULE);
                if (write.actor().role() != Role.PHYSICIAN) {
                    throw new InvalidInput("stated", "detox.error.physician-ends");
                }
            }
        }
        var now = clock.instant();
        if (!table.end(before, command.outcome(), now)) {
            throw new StaleVersion();
        }
        escalations.closeBySystem(write, write.person(), before.centre());
        var kept = new DetoxTable.Kept(
                DetoxAct.END, now, warnings, FreeText.optional("reason", command.reason(), FreeText.NOTE));
        return keep(write, stored(write, command.id()), kept, AccessAction.CHANGE);
    }

    /**
     * Tells why a due observation was not made.
     *
     * @throws InvalidInput at {@code instrument}, {@code reason}, {@code occurredAt}, or at the sign that is missing
     * @throws Conflict when the withdrawal is not watched over, or the last result does not allow to let the person
     *     sleep
     */
    public void omit(Grant write, OmitObservation command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        if (table.omitted(write.people(), command.id())) {
            return;
        }
        var detox = mine(write, command.detox());
        if (detox.state() != DetoxState.ACTIVE) {
            throw new Conflict("detox.error.state");
        }
        var protocol = protocols.version(detox.protocol(), detox.protocolVersion());
        if (protocol.observation(command.instrument()).isEmpty()) {
            throw new InvalidInput("instrument", "detox.error.instrument");
        }
        var at = command.occurredAt() == null ? clock.instant() : command.occurredAt();
        if (at.isAfter(clock.instant())) {
            throw new InvalidInput("occurredAt", "detox.error.future");
        }
        if (at.isBefore(detox.watchedFrom())) {
            throw new InvalidInput("occurredAt", "detox.error.before-start");
        }
        var told = new DetoxTable.Told(
                at,
                command.kind() == OmissionKind.REFUSED
                        ? FreeText.requireLine("reason", command.reason(), FreeText.LINE)
                        : FreeText.optionalLine("reason", command.reason(), FreeText.LINE),
                command.kind() == OmissionKind.ASLEEP ? asleep(write, command, detox, at) : null,
                write.unitIn(detox.centre()).orElse(null));
        var entry = entries.omission(write, detox, command, told);
        table.insert(detox, command, told, write.actor().id(), entry);
        access.recordChange(write, write.person(), AccessAction.CREATE, "detox-omission", command.id());
        courses.of(write, detox).stream()
                .filter(one -> one.instrument().equals(command.instrument()))
                .forEach(one -> watch.tell(write, detox, one));
        events.publishEvent(new WardChanged(detox.centre()));
    }

    /** The person's live withdrawal as the grant shows it. */
    @Transactional(readOnly = true)
    public Optional<DetoxRow> live(Grant grant) {
        return of(grant).stream().filter(row -> row.state() != DetoxState.ENDED).findFirst();
    }

    /** The person's withdrawals that the grant shows, the live one first, then newest first. */
    @Transactional(readOnly = true)
    public List<DetoxRow> of(Grant grant) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return table.of(grant.people()).stream()
                .filter(row -> grant.entryLevel(Section.MEDICAL, row.centre(), row.unit(), false) == EntryLevel.FULL)
                .toList();
    }

    /** Where each observation of the live withdrawal stands now, the leading one first; empty without one. */
    @Transactional(readOnly = true)
    public List<ObservationNow> observations(Grant grant) {
        var live = live(grant).filter(row -> row.state() == DetoxState.ACTIVE);
        return live.map(row -> courses.of(grant, row)).orElse(List.of());
    }

    /** How often the live withdrawal asks for an instrument; empty when it does not, or nothing is watched. */
    @Transactional(readOnly = true)
    public Optional<ObservationPlan> plan(Grant grant, String instrument) {
        var live = live(grant).filter(row -> row.state() == DetoxState.ACTIVE);
        return live.flatMap(row -> protocols
                .version(row.protocol(), row.protocolVersion())
                .observation(instrument)
                .map(planned -> new ObservationPlan(planned, bands(grant, row, instrument), row.watchedFrom())));
    }

    private List<@Nullable String> bands(Grant grant, DetoxRow detox, String instrument) {
        var bands = new ArrayList<@Nullable String>();
        courses.of(grant, detox).stream()
                .filter(one -> one.instrument().equals(instrument))
                .flatMap(one -> one.results().stream())
                .filter(result -> !result.occurredAt().isBefore(detox.watchedFrom()))
                .filter(result -> result.status() != AssessmentStatus.INCOMPLETE)
                .forEach(result -> bands.addFirst(result.band()));
        return bands;
    }

    private List<String> warnings(Grant write, StartDetox command, DetoxProtocol protocol, int days) {
        var warnings = new ArrayList<String>();
        var known = protocol.obstacles().stream().map(SettingObstacle::code).toList();
        if (!known.containsAll(command.obstacles())) {
            throw new InvalidInput("obstacles", "detox.error.obstacles");
        }
        if (!command.obstacles().isEmpty()) {
            if (write.actor().role() != Role.PHYSICIAN) {
                throw new InvalidInput("obstacles", "detox.error.physician-starts");
            }
            requireReason(command.reason(), "detox.error.start-reason");
            warnings.add(SETTING_RULE);
        }
        var most = protocol.maximumDays();
        if (most != null && days > most) {
            if (!command.acceptedLength()) {
                throw new InvalidInput("plannedEnd", "detox.error.longer-than", most);
            }
            warnings.add(LENGTH_RULE);
        }
        return warnings;
    }

    private List<EndCriterion> open(Grant grant, EndDetox command, DetoxRow detox) {
        var protocol = protocols.version(detox.protocol(), detox.protocolVersion());
        var results = new ArrayList<EndCheck.Result>();
        for (var planned : protocol.observations()) {
            assessments.results(grant, planned.instrument(), null, MOST_RESULTS).rows().stream()
                    .filter(AssessmentRow::counts)
                    .filter(row -> !row.occurredAt().isBefore(detox.startedAt()))
                    .forEach(row -> {
                        var findings = row.findings();
                        results.add(new EndCheck.Result(
                                planned.instrument(),
                                row.occurredAt(),
                                findings == null ? null : findings.total(),
                                findings == null ? null : findings.band()));
                    });
        }
        return new EndCheck(results, command.stated(), clock.instant()).open(protocol.endCriteria());
    }

    private AssessmentId asleep(Grant write, OmitObservation command, DetoxRow detox, Instant at) {
        var signs = command.signs();
        requireSign(signs.respiratoryRate(), "respiratoryRate");
        requireSign(signs.oxygenSaturation(), "oxygenSaturation");
        requireSign(signs.consciousness(), "consciousness");
        if (!courses.maySleep(write, detox)) {
            throw new Conflict("detox.error.wake");
        }
        var only = new VitalSigns(
                null,
                null,
                null,
                signs.respiratoryRate(),
                signs.oxygenSaturation(),
                signs.inhaledGas(),
                null,
                signs.consciousness(),
                null,
                null);
        return assessments
                .sign(
                        write,
                        new SignVitalSigns(
                                new AssessmentId(command.id().value()),
                                only,
                                Set.of(),
                                null,
                                at,
                                detox.centre(),
                                null,
                                null))
                .id();
    }

    private static void requireSign(@Nullable Object sign, String field) {
        if (sign == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
    }

    private static void requireReason(@Nullable String reason, String key) {
        if (reason == null || reason.strip().codePointCount(0, reason.strip().length()) < SHORTEST_REASON) {
            throw new InvalidInput("reason", key, SHORTEST_REASON);
        }
    }

    private DetoxRow require(Grant write, DetoxId id, int expectedVersion) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        var before = mine(write, id);
        if (before.version() != expectedVersion) {
            throw new StaleVersion();
        }
        return before;
    }

    private DetoxRow mine(Grant write, DetoxId id) {
        return table.find(write.people(), id)
                .filter(row -> write.centres().contains(row.centre()))
                .orElseThrow(NotFound::new);
    }

    private DetoxRow stored(Grant write, DetoxId id) {
        return table.find(write.people(), id).orElseThrow(NotFound::new);
    }

    private DetoxRow keep(Grant write, DetoxRow detox, DetoxTable.Kept kept, AccessAction action) {
        var entry = entries.act(write, detox, kept, detox.outcome());
        table.keep(detox.id(), detox.version(), kept, write.actor().id(), entry);
        access.recordChange(write, write.person(), action, "detox-episode", detox.id());
        events.publishEvent(new WardChanged(detox.centre()));
        return detox;
    }
}
