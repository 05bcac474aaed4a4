package org.relais.episode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
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
 * <p>Every act takes a grant to write in the administrative section and throws {@link org.relais.shared.Conflict} when
 * the state of things forbids it, {@link org.relais.shared.StaleVersion} when somebody saved meanwhile, {@link
 * InvalidInput} for a value that does not fit, and {@link NotFound} for an episode that is not the person's.
 */
@Service
@Transactional
public class EpisodeService {

    private final AccessService access;
    private final EpisodeActs acts;
    private final EpisodeBeginnings beginnings;
    private final StayRows stays;
    private final EpisodeJournal journal;
    private final EpisodeRows rows;
    private final PersonService persons;

    EpisodeService(
            AccessService access,
            EpisodeActs acts,
            EpisodeBeginnings beginnings,
            StayRows stays,
            EpisodeJournal journal,
            EpisodeRows rows,
            PersonService persons) {
        this.access = access;
        this.acts = acts;
        this.beginnings = beginnings;
        this.stays = stays;
        this.journal = journal;
        this.rows = rows;
        this.persons = persons;
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
     */
    public EpisodeId admit(Grant grant, Admit command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var unit = acts.unit(command.unit(), EpisodeKind.INPATIENT);
        acts.requireWorksIn(grant, unit.centre());
        var bed = acts.bed(command.bed(), unit.id());
        var episode = acts.loadOrBegin(grant, command.episode(), command.expectedVersion(), unit, at);
        beginnings.admit(grant, episode, unit, bed, at);
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
     * Moves to another bed of the unit.
     *
     * @throws BedTaken when somebody else is in the bed, or was quicker
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
        stays.end(episode.episode(), at);
        stays.begin(episode.episode(), unit.id(), bed, at);
        journal.write(
                new BedChanged(EpisodeBeginnings.occurrence(grant, episode, unit, at, null), bed.id(), bed.label()),
                false);
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

    /** Ends an episode; the unit takes part for some days more. */
    public void discharge(Grant grant, Discharge command) {
        requireWrite(grant);
        var at = acts.at(command.at());
        var note = FreeText.optionalLine("note", command.note(), FreeText.LINE);
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        acts.requireWorksIn(grant, episode.centre());
        episode.close(command.reason(), command.destination(), at);
        acts.save(episode);
        stays.end(episode.episode(), at);
        acts.unfollow(grant, episode, at, command.reason() == EndReason.ENTERED_IN_ERROR);
        var unit = acts.unit(episode.unit());
        journal.write(
                new PersonDischarged(
                        EpisodeBeginnings.occurrence(grant, episode, unit, at, note),
                        command.reason(),
                        command.destination()),
                false);
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
                found.stream().map(BedRow::person).filter(Objects::nonNull).toList());
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

    /** Whether an episode of the person is live at a centre of the scope; never of one who is hidden from it. */
    @Transactional(readOnly = true)
    public boolean isLive(Scope scope, PersonId person, CentreId centre) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        return !scope.hidden().contains(person) && acts.isLive(person, centre);
    }

    /** The beds of a unit that nobody is in. */
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
        stays.end(episode.episode(), leaving.at());
        episode.moveTo(to, leaving.at());
        acts.save(episode);
        acts.follow(authority, episode);
        if (episode.kind() == EpisodeKind.INPATIENT) {
            stays.begin(episode.episode(), to.id(), bed, leaving.at());
        }
        journal.write(new TransferredToUnit(leaving, to.centre(), to.id(), to.name(), episode.episode()), false);
    }

    private void requireWrite(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
    }
}
