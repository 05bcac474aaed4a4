package org.relais.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeService;
import org.relais.person.PersonRoutes;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.DecisionId;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingId;
import org.relais.shared.MeetingPartId;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffMember;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * Team meetings of a unit or centre: the agenda comes from what is due for review, what is said of each person goes into
 * that person's record, and decisions come back to whoever sees to them. The list takes a scope and holds no word of
 * what was said; what was said of a person takes a grant for that person's plan.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Meetings {

    /** The longest text about one person, in characters. */
    public static final int SAID = 4_000;

    /** The most people on one agenda from what is due; more are put on it by hand. */
    public static final int MOST_DUE = 60;

    private static final int MOST_PARTS = 100;
    private static final int MONTHS = 12;

    private final MeetingTable table;
    private final ReviewDates dates;
    private final PlanDays days;
    private final EpisodeService episodes;
    private final Centres centres;
    private final CurrentStaff staff;
    private final RecordReaders readers;
    private final Timeline timeline;
    private final Worklist worklist;
    private final AccessService access;
    private final Clock clock;

    Meetings(
            MeetingTable table,
            ReviewDates dates,
            PlanDays days,
            EpisodeService episodes,
            Centres centres,
            CurrentStaff staff,
            RecordReaders readers,
            Timeline timeline,
            Worklist worklist,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.dates = dates;
        this.days = days;
        this.episodes = episodes;
        this.centres = centres;
        this.staff = staff;
        this.readers = readers;
        this.timeline = timeline;
        this.worklist = worklist;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a meeting, with everybody on its agenda whose plan is due for review by its day and whom the unit, or the
     * centre, follows. A second call with the same id changes nothing.
     *
     * @param plan over the plan, of a role that writes it
     * @param people over the administrative section: who is followed where
     * @throws InvalidInput at {@code heldOn}
     * @throws NotFound for a unit in which the actor does not work
     */
    public MeetingRow open(Scope plan, Scope people, OpenMeeting command) {
        requireWriting(plan);
        requireWorking(plan, command.centre(), command.unit());
        var today = days.today(command.centre());
        var heldOn = command.heldOn();
        if (heldOn == null) {
            throw new InvalidInput("heldOn", "shared.error.required");
        }
        if (heldOn.isBefore(today.minusMonths(1)) || heldOn.isAfter(today.plusMonths(3))) {
            throw new InvalidInput("heldOn", "plan.meeting.error.day");
        }
        var now = clock.instant();
        if (table.open(command, heldOn, plan.actor().id(), now)) {
            table.attend(command.id(), Set.of(plan.actor().id()));
            fill(plan, people, command, heldOn, now);
            access.recordAct(plan, AccessAction.CREATE, "plan-meeting", command.id());
        }
        return table.find(command.id()).orElseThrow(NotFound::new);
    }

    /**
     * The meetings of the units in which the actor works, the latest first. Whom they talk about is not in it.
     *
     * @param plan over the plan, in full
     * @param centre null for every one
     * @param unit null for every one
     */
    @Transactional(readOnly = true)
    public List<MeetingRow> list(Scope plan, @Nullable CentreId centre, @Nullable UnitId unit, int most) {
        access.requireFull(plan, Section.PLAN);
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 meetings: " + most);
        }
        return table.list(plan, centre, unit, most);
    }

    /**
     * Whom a meeting talks about, in the order of its agenda. They are logged before they are returned.
     *
     * @param plan over the plan, in full
     * @throws NotFound when there is none, or the actor does not work in its unit
     */
    @Transactional(readOnly = true)
    public MeetingAgenda agenda(Scope plan, MeetingId id) {
        access.requireFull(plan, Section.PLAN);
        var meeting = readable(plan, id);
        var lines = table.lines(plan, id);
        var people = lines.stream().map(MeetingTable.Line::person).distinct().toList();
        access.show(plan, people);
        var locked = access.lockedBy(plan, Section.PLAN, people);
        var units = access.lockedUnits(plan, people);
        var me = plan.actor().id();
        return new MeetingAgenda(
                meeting,
                lines.stream()
                        .map(line -> {
                            var closed = locked.contains(line.person())
                                    || (line.unit() != null
                                            && units.getOrDefault(line.person(), Set.of())
                                                    .contains(line.unit()));
                            return new MeetingLine(
                                    line.part(),
                                    line.person(),
                                    line.dueOn(),
                                    line.dueOn() == null ? null : days.between(meeting.heldOn(), line.dueOn()),
                                    closed && !line.savedBy().equals(me) ? null : line.reason(),
                                    line.begun(),
                                    line.signed());
                        })
                        .toList());
    }

    /**
     * Says who is present and in which order the people are talked about.
     *
     * @param plan over the plan, of a role that writes it
     * @throws StaleVersion when a colleague changed it meanwhile
     * @throws Conflict when the minutes are signed
     * @throws InvalidInput at {@code present}
     * @throws NotFound when there is none, or the actor does not work in its unit
     */
    public MeetingRow change(Scope plan, ChangeMeeting command) {
        requireWriting(plan);
        var meeting = open(plan, command.meeting());
        for (var colleague : command.present()) {
            if (!meeting.present().contains(colleague)
                    && staff.now(colleague)
                            .filter(member -> member.centres().contains(meeting.centre()))
                            .isEmpty()) {
                throw new InvalidInput("present", "plan.review.error.member");
            }
        }
        var lines = table.lines(plan, meeting.id()).stream()
                .map(MeetingTable.Line::part)
                .toList();
        if (meeting.present().equals(command.present()) && lines.equals(command.order())) {
            return meeting;
        }
        if (!table.touch(meeting.id(), command.expectedVersion())) {
            throw new StaleVersion();
        }
        table.attend(meeting.id(), command.present());
        var place = 1;
        for (var part : command.order()) {
            if (lines.contains(part)) {
                table.place(meeting.id(), part, place++);
            }
        }
        for (var part : lines) {
            if (!command.order().contains(part)) {
                table.place(meeting.id(), part, place++);
            }
        }
        return table.find(meeting.id()).orElseThrow(NotFound::new);
    }

    /**
     * Puts a person on the agenda; nothing happens when they are on it.
     *
     * @param grant to write in the person's plan
     * @throws InvalidInput at {@code reason}
     * @throws Conflict when the minutes are signed
     * @throws NotFound when there is no such meeting in a unit of the actor that is in a centre that follows the person
     */
    public MeetingPart add(Grant grant, PutOnAgenda command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var meeting = table.lock(command.meeting())
                .filter(row -> grant.centres().contains(row.centre()) && works(grant.actor(), row))
                .orElseThrow(NotFound::new);
        var before = table.part(meeting.id(), grant.people());
        if (before.isPresent()) {
            return cut(grant, before.get());
        }
        requireOpen(meeting);
        var reason = FreeText.requireLine("reason", command.reason(), FreeText.LINE);
        table.add(
                command.part(),
                meeting.id(),
                grant.person(),
                null,
                reason,
                grant.unitIn(meeting.centre()).orElse(null),
                grant.actor().id(),
                clock.instant());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "plan-meeting-part", command.part());
        return stored(grant, command.part());
    }

    /**
     * Takes a person off the agenda of whom nothing was written; nothing happens when they are not on it.
     *
     * @param grant to write in the person's plan
     * @throws Conflict when something was written, or the minutes are signed
     */
    public void remove(Grant grant, MeetingPartId id) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var part = table.part(grant.people(), id).orElse(null);
        if (part == null) {
            return;
        }
        requireOpen(table.lock(part.meeting()).orElseThrow(NotFound::new));
        if (!part.blank()) {
            throw new Conflict("plan.meeting.error.written");
        }
        table.remove(id);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "plan-meeting-part", id);
    }

    /**
     * What a meeting said of the person, cut to what the grant shows.
     *
     * @param grant for the person's plan
     * @throws NotFound when there is no such part of this person, or nothing of it may be known
     */
    @Transactional(readOnly = true)
    public MeetingPart part(Grant grant, MeetingPartId id) {
        access.require(grant, Section.PLAN, Right.READ);
        return cut(grant, table.part(grant.people(), id).orElseThrow(NotFound::new));
    }

    /**
     * What team meetings said of the person and was signed, the latest first, cut to what the grant shows.
     *
     * @param grant for the person's plan, or for the record
     */
    @Transactional(readOnly = true)
    public List<MeetingPart> of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.signed(grant.people(), MOST_PARTS).stream()
                .filter(part -> level(grant, part) != EntryLevel.HIDDEN)
                .map(part -> part.cut(level(grant, part)))
                .toList();
    }

    /**
     * Saves what is said of one person, as it is typed; nothing happens when it says the same.
     *
     * @param grant to write in the person's plan
     * @throws StaleMeetingPart when a colleague wrote meanwhile, with theirs
     * @throws Conflict when it is signed
     * @throws InvalidInput at {@code said} or {@code title}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public MeetingPart save(Grant grant, SaveMeetingPart command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = written(grant, command.part());
        if (before.signed()) {
            throw new Conflict("plan.meeting.error.signed");
        }
        requireOpen(table.lock(before.meeting()).orElseThrow(NotFound::new));
        var said = FreeText.optional("said", command.said(), SAID);
        var decisions = command.decisions().stream()
                .filter(decided -> decided.title() != null && !decided.title().isBlank())
                .map(decided -> new MeetingDecision(
                        decided.id(),
                        FreeText.requireLine("title", decided.title(), FreeText.LINE),
                        decided.owner(),
                        decided.dueOn(),
                        null))
                .toList();
        if (Objects.equals(before.said(), said) && before.decisions().equals(decisions)) {
            return before;
        }
        if (before.version() != command.expectedVersion()) {
            throw new StaleMeetingPart(before);
        }
        if (!table.save(before, said, decisions, grant.actor().id(), clock.instant())) {
            throw new StaleMeetingPart(stored(grant, command.part()));
        }
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "plan-meeting-part", before.id());
        return stored(grant, command.part());
    }

    /**
     * Signs what is said of one person: it stands in their record, and each decision becomes a task of its owner. A second
     * call signs nothing more.
     *
     * @param grant to write in the person's plan
     * @param record for the record of the same person
     * @param expectedVersion the version on the screen
     * @throws StaleMeetingPart when a colleague wrote meanwhile, with theirs
     * @throws InvalidInput at {@code said}, {@code owner} when somebody may not open the record, or {@code dueOn}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public EntryId sign(Grant grant, Grant record, MeetingPartId id, int expectedVersion) {
        access.require(grant, Section.PLAN, Right.WRITE);
        access.requireRecord(record);
        if (!grant.person().equals(record.person())
                || !grant.actor().id().equals(record.actor().id())) {
            throw new IllegalArgumentException("Both grants are for one person and one author");
        }
        var part = written(grant, id);
        if (part.entry() != null) {
            return part.entry();
        }
        requireOpen(table.lock(part.meeting()).orElseThrow(NotFound::new));
        if (part.version() != expectedVersion) {
            throw new StaleMeetingPart(part);
        }
        if (part.blank()) {
            throw new InvalidInput("said", "shared.error.required");
        }
        requireDecided(record, part);
        var now = clock.instant();
        var entry = append(grant, part, now);
        if (!table.sign(
                part,
                grant.unitIn(part.centre()).orElse(null),
                entry,
                grant.actor().id(),
                now)) {
            throw new StaleMeetingPart(stored(grant, id));
        }
        access.recordChange(grant, grant.person(), AccessAction.SIGN, "plan-meeting-part", id);
        // Last: a task begins a care relation, and the grants rest on what held before
        part.decisions().forEach(decision -> put(grant, part, decision));
        return entry;
    }

    /**
     * Signs the minutes: nothing of the meeting changes from then on. A second call changes nothing.
     *
     * @param plan over the plan, of a role that writes it
     * @throws Conflict when something is written of somebody and not signed
     * @throws NotFound when there is none, or the actor does not work in its unit
     */
    public MeetingRow close(Scope plan, MeetingId id) {
        requireWriting(plan);
        var meeting = table.lock(id).filter(row -> works(plan.actor(), row)).orElseThrow(NotFound::new);
        if (meeting.signed()) {
            return meeting;
        }
        var unsigned = table.unsigned(id);
        if (unsigned > 0) {
            throw new Conflict("plan.meeting.error.unsigned", unsigned);
        }
        table.sign(id, plan.actor().id(), clock.instant());
        access.recordAct(plan, AccessAction.SIGN, "plan-meeting", id);
        return table.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Says that a decision was carried out; nothing happens when that is said already.
     *
     * @param grant to write in the person's plan
     * @throws NotFound when there is no such signed decision, or not so much of it may be read
     */
    public void done(Grant grant, DecisionId decision) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var part = table.partOf(grant.people(), decision).orElseThrow(NotFound::new);
        written(grant, part);
        if (table.done(decision, grant.actor().id(), clock.instant())) {
            access.recordChange(grant, grant.person(), AccessAction.CHANGE, "plan-decision", decision);
            worklist.complete(grant, decision);
        }
    }

    private void fill(Scope plan, Scope people, OpenMeeting meeting, LocalDate heldOn, Instant now) {
        var due = dates.due(plan, meeting.centre(), heldOn, MOST_DUE);
        var units = episodes.unitsOf(
                people,
                meeting.centre(),
                due.stream().map(DueReview::person).distinct().toList());
        var chosen = due.stream()
                .filter(row -> {
                    var following = units.getOrDefault(row.person(), Set.of());
                    return meeting.unit() == null ? !following.isEmpty() : following.contains(meeting.unit());
                })
                .toList();
        access.show(plan, chosen.stream().map(DueReview::person).distinct().toList());
        for (var row : chosen) {
            table.add(
                    MeetingPartId.create(),
                    meeting.id(),
                    row.person(),
                    row.dueOn(),
                    null,
                    meeting.unit(),
                    plan.actor().id(),
                    now);
        }
    }

    private void requireDecided(Grant record, MeetingPart part) {
        if (part.decisions().isEmpty()) {
            return;
        }
        var today = days.today(part.centre());
        var admitted = new ArrayList<StaffId>();
        admitted.add(record.actor().id());
        readers.of(record, Section.PLAN, part.centre()).stream()
                .map(StaffMember::id)
                .forEach(admitted::add);
        for (var decision : part.decisions()) {
            if (decision.owner() == null) {
                throw new InvalidInput("owner", "plan.meeting.error.no-owner", decision.title());
            }
            if (!admitted.contains(decision.owner())) {
                throw new InvalidInput("owner", "plan.meeting.error.owner", decision.title());
            }
            var dueOn = decision.dueOn();
            if (dueOn == null) {
                throw new InvalidInput("dueOn", "plan.meeting.error.no-day", decision.title());
            }
            if (dueOn.isBefore(today) || dueOn.isAfter(today.plusMonths(MONTHS))) {
                throw new InvalidInput("dueOn", "plan.meeting.error.due", decision.title(), MONTHS);
            }
        }
    }

    private EntryId append(Grant grant, MeetingPart part, Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(MeetingDetail.HELD, part.heldOn().toString());
        detail.put(MeetingDetail.DECISIONS, Integer.toString(part.decisions().size()));
        var lines = new ArrayList<String>();
        if (part.said() != null) {
            lines.add(part.said());
        }
        part.decisions().forEach(decision -> lines.add("• " + decision.title()));
        return timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.PLAN,
                                grant.actor().role().discipline(),
                                MeetingDetail.TYPE,
                                now,
                                part.centre(),
                                part.id())
                        .by(grant.actor().id())
                        .saying(null, String.join("\n", lines))
                        .with(detail));
    }

    private void put(Grant grant, MeetingPart part, MeetingDecision decision) {
        var owner = Objects.requireNonNull(decision.owner());
        var dueOn = Objects.requireNonNull(decision.dueOn());
        worklist.put(
                grant,
                new NewTask(
                        grant.person(),
                        Section.PLAN,
                        staff.now(owner)
                                .map(StaffMember::role)
                                .orElseThrow(NotFound::new)
                                .discipline(),
                        MeetingDetail.DECISION,
                        TaskTitle.text(decision.title()),
                        days.endOf(part.centre(), dueOn),
                        dueOn,
                        owner,
                        null,
                        part.centre(),
                        decision.id(),
                        PersonRoutes.record(grant.person(), MeetingRoutes.REVIEWS)));
    }

    private void requireWriting(Scope plan) {
        access.requireFull(plan, Section.PLAN);
        access.requireWriter(plan);
    }

    private void requireWorking(Scope plan, CentreId centre, @Nullable UnitId unit) {
        if (unit != null
                && centres.unit(unit).map(Unit::centre).filter(centre::equals).isEmpty()) {
            throw new NotFound();
        }
        if (!plan.centres().contains(centre) || !works(plan.actor(), centre, unit)) {
            throw new NotFound();
        }
    }

    private MeetingRow readable(Scope plan, MeetingId id) {
        return table.find(id)
                .filter(row -> plan.centres().contains(row.centre()) && works(plan.actor(), row))
                .orElseThrow(NotFound::new);
    }

    private MeetingRow open(Scope plan, MeetingId id) {
        var meeting = readable(plan, id);
        requireOpen(meeting);
        return meeting;
    }

    private static void requireOpen(MeetingRow meeting) {
        if (meeting.signed()) {
            throw new Conflict("plan.meeting.error.closed");
        }
    }

    private static boolean works(StaffMember actor, MeetingRow meeting) {
        return works(actor, meeting.centre(), meeting.unit());
    }

    private static boolean works(StaffMember actor, CentreId centre, @Nullable UnitId unit) {
        return actor.centres().contains(centre)
                && (unit == null ? actor.wholeCentres().contains(centre) : actor.worksIn(centre, unit));
    }

    private MeetingPart written(Grant grant, MeetingPartId id) {
        return table.part(grant.people(), id)
                .filter(part -> grant.centres().contains(part.centre()) && level(grant, part) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private MeetingPart stored(Grant grant, MeetingPartId id) {
        return table.part(grant.people(), id).orElseThrow(NotFound::new);
    }

    private static MeetingPart cut(Grant grant, MeetingPart part) {
        var level = level(grant, part);
        if (level == EntryLevel.HIDDEN) {
            throw new NotFound();
        }
        return part.cut(level);
    }

    // What one wrote last, or signed, is one's own; a decision that comes back to somebody is in their task
    private static EntryLevel level(Grant grant, MeetingPart part) {
        var me = grant.actor().id();
        return grant.entryLevel(
                Section.PLAN, part.centre(), part.unit(), me.equals(part.signedBy()) || me.equals(part.savedBy()));
    }
}
