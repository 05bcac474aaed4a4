package org.relais.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.access.SharingConsents;
import org.relais.agenda.Appointments;
import org.relais.agenda.BookAppointment;
import org.relais.audit.AccessAction;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.person.PersonRoutes;
import org.relais.plan.AddGoal;
import org.relais.plan.Goals;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaleVersion;
import org.relais.shared.WayBackId;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * The way back of somebody who returned to use after a treatment: seen within the working days of the rule and put on no
 * waiting list. The plan is revised with them; goals they attained stay attained, and what is wanted now is a new goal.
 * Who houses or employs them is told nothing without their consent.
 *
 * <p>Every act takes a grant to write in the section of the plan; it is {@link NotFound} for a way back that is not the
 * person's or not open to the actor, {@link StaleVersion} when somebody changed it meanwhile.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class WaysBack {

    /** The longest text, in characters. */
    public static final int WORDS = 2_000;

    private static final int MOST = 20;

    private final WayBackTable table;
    private final FollowUpTable followUps;
    private final EpisodeService episodes;
    private final Appointments appointments;
    private final Goals goals;
    private final SharingConsents consents;
    private final RecordReaders readers;
    private final Timeline timeline;
    private final Worklist worklist;
    private final RuleInForce<AftercareRule> rule;
    private final AftercareDays days;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    WaysBack(
            WayBackTable table,
            FollowUpTable followUps,
            EpisodeService episodes,
            Appointments appointments,
            Goals goals,
            SharingConsents consents,
            RecordReaders readers,
            Timeline timeline,
            Worklist worklist,
            RuleInForce<AftercareRule> rule,
            AftercareDays days,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.followUps = followUps;
        this.episodes = episodes;
        this.appointments = appointments;
        this.goals = goals;
        this.consents = consents;
        this.readers = readers;
        this.timeline = timeline;
        this.worklist = worklist;
        this.rule = rule;
        this.days = days;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a way back: an enquiry that waits on no list, and a task to see the person within the days of the rule.
     *
     * @param administrative a grant to write in the administrative section of the same person
     * @throws InvalidInput at {@code centre}, {@code unit}, {@code words} or {@code worker}
     * @throws Conflict when one is open already, nobody ever left a treatment here, or an episode goes on at the unit
     */
    public void open(Grant plan, Grant administrative, OpenWayBack command) {
        access.require(plan, Section.PLAN, Right.WRITE);
        access.require(administrative, Section.ADMINISTRATIVE, Right.WRITE);
        if (!plan.person().equals(administrative.person())) {
            throw new IllegalArgumentException("The grants are for different people");
        }
        if (table.find(plan.people(), command.id()).isPresent()) {
            return;
        }
        if (!plan.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "aftercare.error.centre");
        }
        if (followUps.of(plan.people(), MOST).stream()
                .noneMatch(exit -> exit.centre().equals(command.centre()))) {
            throw new Conflict("aftercare.error.no-exit");
        }
        var unit = command.unit();
        if (unit != null && !days.belongs(unit, command.centre())) {
            throw new InvalidInput("unit", "aftercare.error.unit");
        }
        var words = FreeText.optional("words", command.words(), WORDS);
        var worker = command.worker();
        if (worker != null && !readers.mayBeAsked(plan, plan.person(), Section.PLAN, Right.WRITE, worker)) {
            throw new InvalidInput("worker", "aftercare.error.worker");
        }
        var now = clock.instant();
        var due = days.workingDay(command.centre(), rule.now().wayBackDays());
        @Nullable
        EpisodeId episode = unit == null ? null : episodes.enquire(administrative, new OpenEnquiry(unit, null, null));
        try {
            table.insert(
                    plan.person(),
                    command,
                    plan.unitIn(command.centre()).orElse(null),
                    episode,
                    words,
                    due,
                    plan.actor().id(),
                    now);
        } catch (DuplicateKeyException other) {
            throw new Conflict("aftercare.error.way-open");
        }
        var row = table.find(plan.people(), command.id()).orElseThrow(NotFound::new);
        trace(plan, row, WayBackStep.OPENED, words, Map.of(AftercareDetail.DAY, due.toString()), now);
        worklist.put(
                plan,
                new NewTask(
                        row.person(),
                        Section.PLAN,
                        plan.actor().role().discipline(),
                        AftercareDetail.WAY_BACK,
                        TaskTitle.key("aftercare.task.way-back.title"),
                        days.endOf(row.centre(), due),
                        due,
                        worker,
                        null,
                        row.centre(),
                        row.id(),
                        PersonRoutes.record(row.person(), AftercareRoutes.SECTION)));
        access.recordChange(plan, plan.person(), AccessAction.CREATE, "way-back", row.id());
    }

    /**
     * Books when the person is seen.
     *
     * @param later whether they could not come by the due day; otherwise a later day is refused
     * @throws InvalidInput at {@code day} for a day after the due one, or a property of the appointment
     * @throws org.relais.agenda.Clash when somebody or the room is taken
     */
    public void book(Grant write, WayBackId id, int expectedVersion, BookAppointment appointment, boolean later) {
        var row = opened(write, id, expectedVersion);
        var day = appointment.day();
        if (day == null) {
            throw new InvalidInput("day", "shared.error.required");
        }
        if (day.isAfter(row.dueOn()) && !later) {
            throw new InvalidInput("day", "aftercare.error.too-late", rule.now().wayBackDays());
        }
        if (!appointment.centre().equals(row.centre())) {
            throw new InvalidInput("centre", "aftercare.error.centre");
        }
        var booked = appointments.book(write, appointment).appointments().getFirst();
        keep(
                write,
                row,
                table.booked(
                        row,
                        booked,
                        day,
                        day.isAfter(row.dueOn()),
                        write.actor().id(),
                        clock.instant()));
        worklist.complete(write, row.id());
    }

    /**
     * Says that the person was seen.
     *
     * @throws InvalidInput at {@code day} for a day that is missing, ahead, or before the way back was opened
     */
    public void seen(Grant write, WayBackId id, int expectedVersion, @Nullable LocalDate day) {
        var row = opened(write, id, expectedVersion);
        if (day == null) {
            throw new InvalidInput("day", "shared.error.required");
        }
        if (day.isAfter(days.today(row.centre())) || day.isBefore(days.day(row.centre(), row.createdAt()))) {
            throw new InvalidInput("day", "aftercare.error.seen");
        }
        var now = clock.instant();
        trace(write, row, WayBackStep.SEEN, null, Map.of(AftercareDetail.DAY, day.toString()), now);
        keep(
                write,
                row,
                table.seen(row, day, row.planRevisedOn() == null, write.actor().id(), now));
        worklist.complete(write, row.id());
    }

    /**
     * Says that the plan was revised with the person. Goals they attained are left as they are; what is wanted now may
     * be a new goal.
     *
     * @param goal null for none
     * @throws InvalidInput at a property of the goal
     */
    public void revised(Grant write, WayBackId id, int expectedVersion, @Nullable AddGoal goal) {
        var row = opened(write, id, expectedVersion);
        var now = clock.instant();
        if (goal != null) {
            goals.add(write, goal);
        }
        trace(write, row, WayBackStep.PLAN_REVISED, goal == null ? null : goal.statement(), Map.of(), now);
        keep(
                write,
                row,
                table.revised(
                        row,
                        days.today(row.centre()),
                        row.seenOn() == null,
                        write.actor().id(),
                        now));
    }

    /**
     * Writes down that a housing or job partner was told of it.
     *
     * @param record a grant for the record of the same person, for what they agreed to
     * @throws Conflict when the person did not agree, or no longer does, that this partner is told
     * @throws InvalidInput at {@code words}
     */
    public void tell(Grant write, Grant record, TellPartner command) {
        access.require(write, Section.PLAN, Right.WRITE);
        if (table.told(write.people(), command.id())) {
            return;
        }
        var row = find(write, command.wayBack());
        var consent = partners(record).stream()
                .filter(one -> one.id().equals(command.consent()))
                .findFirst()
                .orElseThrow(() -> new Conflict("aftercare.error.no-consent"));
        var organisation = String.valueOf(consent.organisation());
        var words = FreeText.require("words", command.words(), WORDS);
        var now = clock.instant();
        var entry = trace(
                write, row, WayBackStep.PARTNER_TOLD, words, Map.of(AftercareDetail.ORGANISATION, organisation), now);
        table.told(
                row,
                command.id(),
                consent.id(),
                organisation,
                words,
                entry,
                write.actor().id(),
                now);
        access.recordChange(write, write.person(), AccessAction.CREATE, "partner-contact", command.id());
    }

    /** Ends a way back before everything was done; why is asked. */
    public void end(Grant write, WayBackId id, int expectedVersion, @Nullable String reason) {
        var row = opened(write, id, expectedVersion);
        var why = FreeText.require("reason", reason, FollowUps.NOTE);
        var now = clock.instant();
        trace(write, row, WayBackStep.ENDED, why, Map.of(), now);
        keep(write, row, table.ended(row, why, write.actor().id(), now));
        worklist.cancel(write, row.id());
    }

    /**
     * The partners whom the person agreed to have told, in force now.
     *
     * @param record a grant for the record
     */
    @Transactional(readOnly = true)
    public List<SharingConsent> partners(Grant record) {
        return consents.of(record).stream()
                .filter(one -> one.inForce() && one.organisation() != null)
                .filter(one -> one.purpose() == ConsentPurpose.SOCIAL_SUPPORT || one.purpose() == ConsentPurpose.LEGAL)
                .toList();
    }

    /**
     * The person's ways back that the grant shows in full, open ones first.
     *
     * @param grant for the section of the plan
     */
    @Transactional(readOnly = true)
    public List<WayBackRow> of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.of(grant.people(), MOST).stream()
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .toList();
    }

    private WayBackRow opened(Grant write, WayBackId id, int expectedVersion) {
        access.require(write, Section.PLAN, Right.WRITE);
        var row = find(write, id);
        if (row.version() != expectedVersion || !row.open()) {
            throw new StaleVersion();
        }
        return row;
    }

    private WayBackRow find(Grant write, WayBackId id) {
        return table.find(write.people(), id)
                .filter(row -> write.centres().contains(row.centre()) && level(write, row) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private void keep(Grant write, WayBackRow row, boolean changed) {
        if (!changed) {
            throw new StaleVersion();
        }
        access.recordChange(write, write.person(), AccessAction.CHANGE, "way-back", row.id());
    }

    private EntryId trace(
            Grant grant,
            WayBackRow row,
            WayBackStep step,
            @Nullable String text,
            Map<String, String> more,
            Instant now) {
        var detail = new LinkedHashMap<>(more);
        detail.put(AftercareDetail.STEP, step.name());
        return timeline.append(
                grant,
                NewEntry.of(
                                row.person(),
                                Section.PLAN,
                                grant.actor().role().discipline(),
                                AftercareDetail.WAY_BACK,
                                now,
                                row.centre(),
                                row.id())
                        .by(grant.actor().id())
                        .saying(null, text)
                        .with(detail));
    }

    private static EntryLevel level(Grant grant, WayBackRow row) {
        return grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }
}
