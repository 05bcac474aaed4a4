package org.relais.aftercare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;

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
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.FollowUpId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.staff.CurrentStaff;

/**
 * The follow-up of a person after the end of a treatment, as far as they agreed to one: contacts at the months of the
 * rule, what was tried for each, and what the person said. Everything that was tried or said is kept.
 *
 * <p>Every act takes a grant to write in the section of the plan; it is {@link NotFound} for a follow-up that is not the
 * person's, of which not so much may be read, or of a centre in which the actor takes no part.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class FollowUps {

    /** The longest note or reason, in characters. */
    public static final int NOTE = 500;

    private static final int MOST = 20;

    private final FollowUpTable table;
    private final DueContacts due;
    private final FollowUpCourse course;
    private final FollowUpTraces traces;
    private final RuleInForce<AftercareRule> rule;
    private final AftercareDays days;
    private final CurrentStaff staff;
    private final RecordReaders readers;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    FollowUps(
            FollowUpTable table,
            DueContacts due,
            FollowUpCourse course,
            FollowUpTraces traces,
            RuleInForce<AftercareRule> rule,
            AftercareDays days,
            CurrentStaff staff,
            RecordReaders readers,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.due = due;
        this.course = course;
        this.traces = traces;
        this.rule = rule;
        this.days = days;
        this.staff = staff;
        this.readers = readers;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes down what the person said: from who agreed on they are contacted, who declined is not any more.
     *
     * @throws StaleVersion when somebody wrote it meanwhile
     * @throws InvalidInput at {@code answer} when none was given, at {@code worker} for somebody who may not open the
     *     record
     * @throws Conflict when it was ended by a death, or for an exit whose last window is over
     */
    public void answer(Grant write, AnswerFollowUp command) {
        var row = writable(write, command.followUp(), command.expectedVersion());
        if (command.answer() == FollowUpAnswer.NOT_ASKED) {
            throw new InvalidInput("answer", "shared.error.required");
        }
        if (command.answer() == row.answer()) {
            return;
        }
        if (row.ending() == FollowUpEnding.DECEASED) {
            throw new Conflict("aftercare.error.deceased");
        }
        if (command.answer() == FollowUpAnswer.AGREED) {
            requireStillAhead(row);
        }
        var worker = command.worker() == null ? null : worker(write, row, command.worker());
        course.answer(write, write.people(), row, command.answer(), worker);
        access.recordChange(write, write.person(), AccessAction.CHANGE, "follow-up", row.id());
    }

    /**
     * Names who makes the contacts from now on; who did no longer takes part in the care for it.
     *
     * @param worker null: somebody of the unit
     * @throws InvalidInput at {@code worker} for somebody who may not open the record
     * @throws Conflict when no contact is to be made any more
     */
    public void hand(Grant write, FollowUpId followUp, int expectedVersion, @Nullable StaffId worker) {
        var row = writable(write, followUp, expectedVersion);
        requireRunning(row);
        var named = worker == null ? null : worker(write, row, worker);
        if (java.util.Objects.equals(named, row.worker())) {
            return;
        }
        course.hand(write, row, named);
        access.recordChange(write, write.person(), AccessAction.CHANGE, "follow-up", followUp);
    }

    /**
     * Notes that somebody tried to reach the person. Reached, declined and deceased close the contact; a death ends the
     * others too, and so does a refusal that is meant for all.
     *
     * @throws InvalidInput at {@code day}, {@code form}, {@code outcome}, {@code note} or a property of the answers
     * @throws Conflict when the contact is closed
     */
    public void attempt(Grant write, NoteAttempt command) {
        access.require(write, Section.PLAN, Right.WRITE);
        if (table.attempted(write.people(), command.id())) {
            return;
        }
        var row = ofContact(write, command.contact());
        var contact = contact(row, command.contact());
        requireRunning(row);
        if (!contact.open()) {
            throw new Conflict("aftercare.error.closed");
        }
        var attempt = checked(write, row, contact, command);
        var reached = attempt.outcome() == AttemptOutcome.REACHED;
        var form = reached ? command.answers() : FollowUpForm.EMPTY;
        form.check(rule.now());
        var entry = traces.attempted(write, row, contact, attempt, form);
        table.attempt(row.person(), attempt, entry);
        if (reached) {
            table.result(
                    row.person(),
                    new ResultRow(contact.id(), 1, form, null, attempt.recordedAt(), attempt.recordedBy()),
                    entry);
        }
        if (attempt.outcome().state() != ContactState.OPEN) {
            close(write, row, contact, attempt.outcome().state(), attempt.day(), command.ends());
        }
        access.recordChange(write, write.person(), AccessAction.CREATE, "follow-up-attempt", command.id());
    }

    /**
     * Closes a contact without the person having been reached.
     *
     * @throws StaleVersion when it was closed meanwhile
     * @throws Conflict while it was not tried on as many different days as the rule asks
     */
    public void notReached(Grant write, FollowUpContactId id, int expectedVersion) {
        access.require(write, Section.PLAN, Right.WRITE);
        var row = ofContact(write, id);
        var contact = contact(row, id);
        if (contact.version() != expectedVersion || !contact.open()) {
            throw new StaleVersion();
        }
        requireRunning(row);
        var wanted = rule.now().attemptDays();
        if (contact.triedDays() < wanted) {
            throw new Conflict("aftercare.error.attempts", wanted, contact.triedDays());
        }
        traces.notReached(write, row, contact, clock.instant());
        close(write, row, contact, ContactState.NOT_REACHED, days.today(row.centre()), false);
        access.recordChange(write, write.person(), AccessAction.CHANGE, "follow-up-contact", id);
    }

    /**
     * Corrects what the person said; what stood before stays, with why it was corrected.
     *
     * @param expectedVersion of what stands now
     * @throws StaleVersion when somebody corrected it meanwhile
     * @throws InvalidInput at {@code reason} or a property of the form
     */
    public void correct(Grant write, FollowUpContactId id, int expectedVersion, FollowUpForm form, String reason) {
        access.require(write, Section.PLAN, Right.WRITE);
        var row = ofContact(write, id);
        var contact = contact(row, id);
        if (contact.state() != ContactState.REACHED
                || contact.results().isEmpty()
                || contact.results().getFirst().version() != expectedVersion) {
            throw new StaleVersion();
        }
        form.check(rule.now());
        var why = FreeText.require("reason", reason, NOTE);
        if (contact.results().getFirst().form().equals(form)) {
            return;
        }
        var now = clock.instant();
        var entry = traces.corrected(write, row, contact, form, why, now);
        var next = new ResultRow(
                id, expectedVersion + 1, form, why, now, write.actor().id());
        if (!table.result(row.person(), next, entry)) {
            throw new StaleVersion();
        }
        access.recordChange(write, write.person(), AccessAction.CHANGE, "follow-up-contact", id);
    }

    /**
     * The person's follow-ups, cut to what the grant shows.
     *
     * @param grant for the section of the plan
     */
    @Transactional(readOnly = true)
    public FollowUpList of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        var all = table.of(grant.people(), MOST);
        var full = new ArrayList<FollowUpRow>();
        var planned = new ArrayList<LocalDate>();
        var elsewhere = 0;
        for (var row : all) {
            switch (level(grant, row)) {
                case FULL -> full.add(row);
                case SUMMARY ->
                    row.contacts().stream()
                            .filter(ContactRow::open)
                            .map(ContactRow::dueOn)
                            .forEach(planned::add);
                case EXISTENCE -> elsewhere++;
                case HIDDEN -> {}
            }
        }
        return new FollowUpList(full, planned.stream().sorted().toList(), elsewhere);
    }

    /**
     * The contacts to be made across people, the most late first. The people on the page are logged before it is
     * returned. Where a person locked the plan, what others see to shows only that it is there.
     *
     * @param scope over the section of the plan, in full
     * @param after read on from here; null for the first page
     * @param size how many contacts, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<DueContact> list(Scope scope, AftercareFilter filter, @Nullable AftercareCursor after, int size) {
        access.requireFull(scope, Section.PLAN);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 contacts: " + size);
        }
        var page = Slice.of(due.page(scope, filter, after, size + 1), size);
        var people = page.rows().stream().map(DueContact::person).distinct().toList();
        access.show(scope, people);
        var locked = access.lockedBy(scope, Section.PLAN, people);
        var units = access.lockedUnits(scope, people);
        var me = scope.actor().id();
        return page.map(row -> !me.equals(row.worker())
                        && (locked.contains(row.person())
                                || units.getOrDefault(row.person(), java.util.Set.of())
                                        .contains(row.unit()))
                ? row.asLocked()
                : row);
    }

    private void close(
            Grant write, FollowUpRow row, ContactRow contact, ContactState state, LocalDate on, boolean ends) {
        if (!table.close(contact, state, on, write.actor().id(), clock.instant())) {
            throw new StaleVersion();
        }
        if (state == ContactState.DECEASED) {
            course.died(write, write.people());
        } else if (state == ContactState.DECLINED && ends) {
            course.end(write, row, FollowUpEnding.DECLINED);
        } else if (row.contacts().stream()
                .noneMatch(other -> other.open() && !other.id().equals(contact.id()))) {
            course.end(write, row, FollowUpEnding.COMPLETED);
        }
    }

    private AttemptRow checked(Grant write, FollowUpRow row, ContactRow contact, NoteAttempt command) {
        var day = command.day();
        if (day == null) {
            throw new InvalidInput("day", "shared.error.required");
        }
        if (day.isAfter(days.today(row.centre()))) {
            throw new InvalidInput("day", "aftercare.error.ahead");
        }
        if (day.isBefore(contact.from())) {
            throw new InvalidInput("day", "aftercare.error.before-window");
        }
        if (command.form() == null) {
            throw new InvalidInput("form", "shared.error.required");
        }
        if (command.outcome() == null) {
            throw new InvalidInput("outcome", "shared.error.required");
        }
        return new AttemptRow(
                command.id(),
                contact.id(),
                day,
                command.form(),
                command.outcome(),
                FreeText.optional("note", command.note(), NOTE),
                clock.instant(),
                write.actor().id());
    }

    private FollowUpRow writable(Grant write, FollowUpId id, int expectedVersion) {
        access.require(write, Section.PLAN, Right.WRITE);
        var row = table.find(write.people(), id)
                .filter(found -> open(write, found))
                .orElseThrow(NotFound::new);
        if (row.version() != expectedVersion) {
            throw new StaleVersion();
        }
        return row;
    }

    private FollowUpRow ofContact(Grant write, FollowUpContactId contact) {
        return table.ofContact(write.people(), contact)
                .filter(found -> open(write, found))
                .orElseThrow(NotFound::new);
    }

    private static boolean open(Grant grant, FollowUpRow row) {
        return grant.centres().contains(row.centre()) && level(grant, row) == EntryLevel.FULL;
    }

    private static ContactRow contact(FollowUpRow row, FollowUpContactId id) {
        return row.contacts().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static void requireRunning(FollowUpRow row) {
        if (!row.running()) {
            throw new Conflict("aftercare.error.ended");
        }
    }

    private void requireStillAhead(FollowUpRow row) {
        var last = rule.now().contacts().getLast().after(row.exitOn()).until();
        if (last.isBefore(days.today(row.centre()))) {
            throw new Conflict("aftercare.error.over");
        }
    }

    // Who is named takes part in the care: nobody who works elsewhere, and nobody who may not write in the record
    private StaffId worker(Grant write, FollowUpRow row, StaffId id) {
        if (staff.now(id)
                        .filter(member -> member.centres().contains(row.centre()))
                        .isEmpty()
                || !readers.mayBeAsked(write, write.person(), Section.PLAN, Right.WRITE, id)) {
            throw new InvalidInput("worker", "aftercare.error.worker");
        }
        return id;
    }

    private static EntryLevel level(Grant grant, FollowUpRow row) {
        return grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }
}
