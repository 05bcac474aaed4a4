package org.relais.episode;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeChange.BedChanged;
import org.relais.episode.EpisodeChange.EpisodeOpened;
import org.relais.episode.EpisodeChange.Occurrence;
import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.episode.EpisodeChange.PersonWaiting;
import org.relais.episode.EpisodeChange.TransferredToUnit;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;
import org.relais.shared.UnitId;

/**
 * The acts of a person's care from enquiry to discharge, and the lists made of them.
 *
 * <p>Every act takes a grant to write in the administrative section and throws {@link Conflict} when
 * the state of things forbids it, {@link org.relais.shared.StaleVersion} when somebody saved meanwhile, {@link
 * InvalidInput} for a value that does not fit, and {@link NotFound} for an episode that is not the person's.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class EpisodeService {

    private static final int MOST_EXPECTED = 200;

    private final AccessService access;
    private final EpisodeActs acts;
    private final EpisodeBeginnings beginnings;
    private final StayRows stays;
    private final BedRows keeping;
    private final EpisodeJournal journal;
    private final EpisodeRows rows;
    private final PersonService persons;
    private final ObjectProvider<DischargeQuestion> questions;

    EpisodeService(
            AccessService access,
            EpisodeActs acts,
            EpisodeBeginnings beginnings,
            StayRows stays,
            BedRows keeping,
            EpisodeJournal journal,
            EpisodeRows rows,
            PersonService persons,
            ObjectProvider<DischargeQuestion> questions) {
        this.access = access;
        this.acts = acts;
        this.beginnings = beginnings;
        this.stays = stays;
        this.keeping = keeping;
        this.journal = journal;
        this.rows = rows;
        this.persons = persons;
        this.questions = questions;
    }

    /** Notes an enquiry; the unit asked takes part in the person's care from now on. */
    public EpisodeId enquire(Grant grant, OpenEnquiry command) {
        requireWrite(grant);
        return enquire((Authority) grant, grant.person(), command);
    }

    /**
     * As {@link #enquire(Grant, OpenEnquiry)}, for a named background task such as an import. Nobody gives themselves a
     * relation this way: for a member of staff it answers as if there were no such person.
     */
    public EpisodeId enquire(Scope scope, PersonId person, OpenEnquiry command) {
        access.requireTask(scope);
        return enquire((Authority) scope, person, command);
    }

    /** Puts on the waiting list of the unit, which may be of another centre, or changes the priority there. */
    public EpisodeId waitFor(Grant grant, PutOnWaitingList command) {
        requireWrite(grant);
        var reason = FreeText.optionalLine("reason", command.reason(), FreeText.LINE);
        if (reason == null && command.priority() != Priority.NORMAL) {
            throw new InvalidInput("reason", "episode.error.priority-reason");
        }
        var at = acts.at(command.at());
        var unit = acts.unit(command.unit());
        var episode = acts.loadOrBegin(grant, command.episode(), command.expectedVersion(), unit, at);
        var act =
                episode.state() == EpisodeState.WAITING ? EpisodeAct.PRIORITY_CHANGED : EpisodeAct.PUT_ON_WAITING_LIST;
        episode.waitFor(unit, command.priority(), reason, at);
        var first = beginnings.begun(grant, episode);
        journal.write(
                new PersonWaiting(
                        EpisodeBeginnings.occurrence(grant, episode, unit, at, reason), act, command.priority()),
                first);
        return episode.episode();
    }

    /**
     * Admits to a unit of a centre the actor works in.
     *
     * @throws BedTaken when somebody else is in the bed, or was quicker
     * @throws BedWarned when it is to be cleaned, or kept for somebody else, and the command does not say that it is
     *     meant
     */
    public EpisodeId admit(Grant grant, Admit command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var unit = acts.unit(command.unit(), EpisodeKind.INPATIENT);
        acts.requireWorksIn(grant, unit.centre());
        var bed = acts.bed(command.bed(), unit.id());
        var episode = acts.loadOrBegin(grant, command.episode(), command.expectedVersion(), unit, at);
        beginnings.admit(grant, episode, unit, bed, command.consent(), at);
        keeping.reached(grant, at);
        return episode.episode();
    }

    /** Begins a follow-up by a unit of a centre the actor works in; a stay elsewhere may go on. */
    public EpisodeId startOutpatient(Grant grant, StartOutpatient command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var unit = acts.unit(command.unit(), EpisodeKind.OUTPATIENT);
        acts.requireWorksIn(grant, unit.centre());
        var episode = acts.loadOrBegin(grant, command.episode(), command.expectedVersion(), unit, at);
        beginnings.startOutpatient(grant, episode, unit, at);
        return episode.episode();
    }

    /**
     * Moves to another bed of the unit; the one that is left is to be cleaned.
     *
     * @throws BedTaken when somebody else is in the bed, or was quicker
     * @throws BedWarned when it is to be cleaned, or kept for somebody else, and the command does not say that it is
     *     meant
     */
    public void moveBed(Grant grant, MoveBed command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        acts.requireWorksIn(grant, episode.centre());
        var unit = acts.unit(episode.unit());
        var bed = Objects.requireNonNull(acts.bed(command.bed(), unit.id()));
        episode.moveBed(at);
        acts.save(episode);
        if (bed.id().equals(stays.bed(episode.episode()))) {
            throw new InvalidInput("bed", "episode.error.same-bed");
        }
        stays.end(grant, episode, at);
        stays.begin(grant, episode, unit.id(), bed, command.consent(), at);
        moved(grant, episode, unit, bed, at);
    }

    /**
     * Lets two people of one unit change beds with each other, both or neither.
     *
     * @param first to write in the administrative section of the first person
     * @param second the same for the second
     * @throws Conflict when one of them has no bed, or they are in different units
     */
    public void swap(Grant first, Grant second, SwapBeds command) {
        requireWrite(first);
        requireWrite(second);
        var at = acts.at(null);
        var one = acts.load(first, command.first(), command.firstVersion());
        var other = acts.load(second, command.second(), command.secondVersion());
        acts.requireWorksIn(first, one.centre());
        if (!one.unit().equals(other.unit()) || one.equals(other)) {
            throw new Conflict("episode.error.swap");
        }
        var unit = acts.unit(one.unit());
        var bedOfOne = acts.bed(stays.bed(one.episode()), unit.id());
        var bedOfOther = acts.bed(stays.bed(other.episode()), unit.id());
        if (bedOfOne == null || bedOfOther == null) {
            throw new Conflict("episode.error.swap");
        }
        // Always in the same order, so that two who swap at once wait for each other instead of blocking each other
        var turned = command.first().value().compareTo(command.second().value()) > 0;
        for (var episode : turned ? List.of(other, one) : List.of(one, other)) {
            episode.moveBed(at);
            acts.save(episode);
        }
        stays.swap(one, bedOfOne, other, bedOfOther, at);
        moved(first, one, unit, bedOfOther, at);
        moved(second, other, unit, bedOfOne, at);
    }

    /**
     * Transfers to another unit of the same centre, whose staff take part from now on. Another centre is asked first:
     * {@link Transfers#request}.
     */
    public void transfer(Grant grant, TransferToUnit command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var note = FreeText.optionalLine("note", command.note(), FreeText.LINE);
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        acts.requireWorksIn(grant, episode.centre());
        var from = acts.unit(episode.unit());
        var to = acts.unit(command.unit());
        if (from.equals(to)) {
            throw new InvalidInput("unit", "episode.error.same-unit");
        }
        if (!to.centre().equals(episode.centre())) {
            throw new InvalidInput("unit", "episode.error.transfer-asked");
        }
        transferWithin(
                EpisodeBeginnings.occurrence(grant, episode, from, at, note),
                episode,
                to,
                acts.bed(command.bed(), to.id()));
    }

    /** Ends an episode; the unit takes part for some days more, and other rooms hear what they asked. */
    public void discharge(Grant grant, Discharge command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var note = FreeText.optionalLine("note", command.note(), FreeText.LINE);
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        acts.requireWorksIn(grant, episode.centre());
        var before = episode.state();
        episode.close(command.reason(), command.destination(), at);
        acts.save(episode);
        stays.end(grant, episode, at);
        keeping.reached(grant, at);
        acts.unfollow(grant, episode, at, command.reason() == EndReason.ENTERED_IN_ERROR);
        var unit = acts.unit(episode.unit());
        var discharged = new PersonDischarged(
                EpisodeBeginnings.occurrence(grant, episode, unit, at, note),
                episode.openedAt(),
                command.reason(),
                command.destination());
        journal.write(discharged, false);
        questions.stream()
                .filter(question -> question.asked(before, command.reason()))
                .filter(question -> command.answers().containsKey(question.code()))
                .forEach(question -> question.answered(
                        discharged, Objects.requireNonNull(command.answers().get(question.code()))));
    }

    /** The person's episodes, live ones first, then newest first; cut to what the grant shows. One SQL. */
    @Transactional(readOnly = true)
    public List<EpisodeRow> of(Grant grant) {
        access.requireRecord(grant);
        return rows.of(grant);
    }

    /** The acts in the person's episodes that the grant shows, newest first. One SQL. */
    @Transactional(readOnly = true)
    public List<EpisodeEventRow> history(Grant grant) {
        access.requireRecord(grant);
        return rows.history(grant);
    }

    /** Who waits in the centres of the scope, most urgent first, then longest waiting. */
    public Slice<WaitingRow> waiting(Scope scope, WaitingFilter filter, int size) {
        access.require(scope, Section.ADMINISTRATIVE);
        var found = Slice.of(rows.waiting(scope, filter, size + 1), size);
        var names = persons.names(
                scope, found.rows().stream().map(WaitingRow::person).distinct().toList());
        return found.map(row -> row.named(names));
    }

    /**
     * The beds of a unit in the scope's centres and who is in them.
     *
     * @throws NotFound when the unit is of another centre
     */
    public List<BedRow> beds(Scope scope, UnitId unit) {
        access.require(scope, Section.ADMINISTRATIVE);
        var found = rows.beds(scope, acts.unit(unit));
        var names = persons.names(
                scope,
                found.stream().map(BedRow::named).filter(Objects::nonNull).toList());
        return found.stream().map(row -> row.named(names)).toList();
    }

    /**
     * As {@link #beds}, without a name, for a named background task; who it puts before whose eyes is the caller's to
     * log.
     *
     * @throws NotFound when the unit is of another centre
     */
    @Transactional(readOnly = true)
    public List<BedRow> namelessBeds(Scope scope, UnitId unit) {
        access.requireTask(scope);
        access.require(scope, Section.ADMINISTRATIVE);
        return rows.beds(scope, acts.unit(unit));
    }

    /**
     * Whom a unit in the scope's centres may receive: who waits for it, most urgent first, then who was asked for. At
     * most {@value #MOST_EXPECTED}.
     *
     * @throws NotFound when the unit is of another centre
     */
    public List<ExpectedRow> expected(Scope scope, UnitId unit) {
        access.require(scope, Section.ADMINISTRATIVE);
        var found = rows.expected(scope, acts.unit(unit), MOST_EXPECTED);
        var names = persons.names(
                scope, found.stream().map(ExpectedRow::person).distinct().toList());
        return found.stream().map(row -> row.named(names)).toList();
    }

    /**
     * The beds of people who stay in the scope's centres; people without one are left out. Who they are the
     * caller knows already. One SQL.
     */
    @Transactional(readOnly = true)
    public Map<PersonId, Bed> bedsOf(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        return rows.bedsOf(scope, people);
    }

    /**
     * The units that follow these people now at a centre of the scope; whom none follows is left out. Who they are the
     * caller knows already. One SQL.
     *
     * @throws NotFound when the scope has no such centre
     */
    @Transactional(readOnly = true)
    public Map<PersonId, Set<UnitId>> unitsOf(Scope scope, CentreId centre, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        return rows.unitsOf(scope, centre, people);
    }

    /** Whether an episode of the person is live at a centre of the scope; never of one who is hidden from it. */
    @Transactional(readOnly = true)
    public boolean isLive(Scope scope, PersonId person, CentreId centre) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        return !scope.hidden().contains(person) && acts.isLive(person, centre);
    }

    /**
     * The treatments that began at the centres of the scope before a moment, as they stand, under the surviving record;
     * those entered in error are none. For what is counted. One statement.
     *
     * @param task a named background task
     */
    @Transactional(readOnly = true)
    public List<TreatmentRow> treatments(Scope task, Instant before) {
        access.requireTask(task);
        return rows.treatments(task, before);
    }

    /**
     * The treatments of these people that go on at the centres of the scope, under the surviving record. Who they are
     * the caller knows already. One statement.
     */
    @Transactional(readOnly = true)
    public List<TreatmentRow> treatmentsNow(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        return rows.treatmentsNow(scope, people);
    }

    /** The beds of a unit that nobody is in and that are not closed. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Bed> freeBeds(UnitId unit) {
        return rows.freeBeds(acts.unit(unit));
    }

    private EpisodeId enquire(Authority authority, PersonId person, OpenEnquiry command) {
        var at = acts.at(command.at());
        var note = FreeText.optionalLine("note", command.note(), FreeText.LINE);
        var unit = acts.unit(command.unit());
        var episode = new Episode(person, unit, at);
        beginnings.begun(authority, episode);
        journal.write(new EpisodeOpened(EpisodeBeginnings.occurrence(authority, episode, unit, at, note)), true);
        return episode.episode();
    }

    private void transferWithin(Occurrence leaving, Episode episode, Unit to, @Nullable Bed bed) {
        var authority = leaving.authority();
        acts.unfollow(authority, episode, leaving.at(), false);
        stays.end(authority, episode, leaving.at());
        episode.moveTo(to, leaving.at());
        acts.save(episode);
        acts.follow(authority, episode);
        if (episode.kind() == EpisodeKind.INPATIENT) {
            stays.begin(authority, episode, to.id(), bed, BedConsent.NONE, leaving.at());
        }
        journal.write(new TransferredToUnit(leaving, to.centre(), to.id(), to.name(), episode.episode()), false);
    }

    private void moved(Grant grant, Episode episode, Unit unit, Bed bed, Instant at) {
        journal.write(
                new BedChanged(EpisodeBeginnings.occurrence(grant, episode, unit, at, null), bed.id(), bed.label()),
                false);
    }

    private void requireWrite(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
    }
}
