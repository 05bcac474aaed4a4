package org.relais.episode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeChange.HandedOver;
import org.relais.episode.EpisodeChange.TransferredToUnit;
import org.relais.person.PersonService;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.TransferId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/**
 * Transfers between centres, negotiated: the centre that cares asks, the other one accepts or refuses, and the person's
 * arrival ends the episode here and opens one there. Before it accepts, the other centre reads the request and who the
 * person is, and nothing of the record; from then on its unit takes part in the care. The same way a person becomes a
 * guest of a unit of another centre: for the days agreed that unit takes part too, and the episode stays where it is.
 *
 * <p>Acts throw {@link Conflict} that says how it stands when somebody was quicker, {@link InvalidInput} for a value
 * that does not fit, and {@link NotFound} for a transfer that is not the actor's to act on.
 */
@Service
@Transactional
public class Transfers {

    /** The longest hand-over text, in characters. */
    public static final int HAND_OVER = 4_000;

    /** The longest reason of a refusal, a withdrawal or an early end, in characters. */
    public static final int REASON = 1_000;

    /** For how many days a person is a guest at most; it can be asked for again. */
    public static final int GUEST_DAYS = 92;

    private final AccessService access;
    private final EpisodeActs acts;
    private final EpisodeBeginnings beginnings;
    private final StayRows stays;
    private final EpisodeJournal journal;
    private final TransferRows rows;
    private final TransferEndings endings;
    private final HandOverDrafts drafts;
    private final CareRelations relations;
    private final Protections protections;
    private final PersonService persons;
    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;

    Transfers(
            AccessService access,
            EpisodeActs acts,
            EpisodeBeginnings beginnings,
            StayRows stays,
            EpisodeJournal journal,
            TransferRows rows,
            TransferEndings endings,
            HandOverDrafts drafts,
            CareRelations relations,
            Protections protections,
            PersonService persons,
            StaffDirectory directory,
            Centres centres,
            Clock clock) {
        this.access = access;
        this.acts = acts;
        this.beginnings = beginnings;
        this.stays = stays;
        this.journal = journal;
        this.rows = rows;
        this.endings = endings;
        this.drafts = drafts;
        this.relations = relations;
        this.protections = protections;
        this.persons = persons;
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * Asks a unit of another centre to go on with the care, or to have the person as a guest.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code unit}, {@code wishedOn}, {@code untilOn} or {@code handOver}
     * @throws Conflict when the episode is not open, another transfer of it goes on, the unit was asked for the same
     *     days of a guest, or the person is protected and names nobody there
     */
    public TransferId request(Grant grant, RequestTransfer command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var asked = rows.held(command.id());
        if (asked.isPresent() && grant.people().contains(asked.get().person())) {
            return command.id();
        }
        var handOver = FreeText.require("handOver", command.handOver(), HAND_OVER);
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        acts.requireWorksIn(grant, episode.centre());
        if (episode.state() != EpisodeState.OPEN) {
            throw new Conflict("episode.error.state");
        }
        var to = acts.unit(command.unit());
        if (to.centre().equals(episode.centre())) {
            throw new InvalidInput("unit", "episode.transfer.error.same-centre");
        }
        requireDay("wishedOn", command.wishedOn(), to);
        requireGuestDays(command);
        requireNamedThere(grant, to);
        rows.insert(
                command,
                episode,
                persons.details(grant).name(),
                to,
                handOver,
                grant.actor().id());
        drafts.sent(
                grant,
                episode.episode(),
                command.untilOn() == null ? HandOverDraft.Form.TRANSFER : HandOverDraft.Form.GUEST);
        access.recordChange(grant, episode.person(), AccessAction.CREATE, "transfer", command.id());
        return command.id();
    }

    /**
     * Takes a transfer back that one's own centre asked for, or ends a guest's days early; what the other unit took
     * part in ends at once.
     *
     * @param grant to write in the administrative section
     */
    public void withdraw(Grant grant, EndTransfer command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var reason = FreeText.require("reason", command.reason(), REASON);
        var transfer = rows.held(command.transfer())
                .filter(found -> grant.people().contains(found.person()))
                .orElseThrow(NotFound::new);
        acts.requireWorksIn(grant, transfer.fromCentre());
        requireLive(transfer, command.expectedVersion());
        end(grant, transfer, TransferState.WITHDRAWN, reason);
    }

    /**
     * Accepts a transfer to a unit one works in: from now on the unit takes part in the person's care, or of a guest
     * in the days asked for.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws InvalidInput at {@code expectedOn} or {@code bed}
     */
    public void accept(Scope scope, AcceptTransfer command) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var transfer = asked(scope, command.transfer());
        var unit = acts.unit(transfer.toUnit());
        requireState(transfer, command.expectedVersion(), TransferState.REQUESTED);
        var last = transfer.untilOn();
        if (last == null) {
            acts.bed(command.bed(), unit.id());
            requireDay("expectedOn", command.expectedOn(), unit);
            rows.accept(command, scope.actor().id());
            relations.beginForUnit(
                    scope, transfer.person(), RelationKind.TRANSFER, transfer.toCentre(), unit.id(), transfer.id());
        } else {
            rows.accept(
                    new AcceptTransfer(transfer.id(), transfer.version(), transfer.wishedOn(), null),
                    scope.actor().id());
            receive(scope, transfer, last);
        }
        access.recordChange(scope, transfer.person(), AccessAction.CHANGE, "transfer", transfer.id());
    }

    /**
     * Refuses a transfer to a unit one works in, also one that was accepted, or ends a guest's days early: its part in
     * the care ends at once.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws InvalidInput at {@code reason}
     */
    public void refuse(Scope scope, EndTransfer command) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var reason = FreeText.require("reason", command.reason(), REASON);
        var transfer = asked(scope, command.transfer());
        requireLive(transfer, command.expectedVersion());
        end(scope, transfer, TransferState.REFUSED, reason);
    }

    /**
     * Carries out a transfer that one's own unit accepted: ends the episode there and opens one here.
     *
     * @param grant to write in the administrative section
     * @throws BedTaken when somebody else is in the bed, or was quicker
     * @throws BedWarned when it is to be cleaned, or kept for somebody else
     */
    public void arrive(Grant grant, ArriveTransfer command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var at = acts.at(command.at());
        var transfer = rows.held(command.transfer())
                .filter(found -> grant.people().contains(found.person()))
                .orElseThrow(NotFound::new);
        if (!grant.actor().worksIn(transfer.toCentre(), transfer.toUnit())) {
            throw new Conflict("episode.error.other-centre");
        }
        if (transfer.asGuest()) {
            throw new Conflict("episode.error.state");
        }
        requireState(transfer, command.expectedVersion(), TransferState.ACCEPTED);
        var to = acts.unit(transfer.toUnit());
        var next = moveTo(grant, transfer, to, acts.bed(command.bed(), to.id()), at);
        rows.end(
                transfer.id(),
                TransferState.ARRIVED,
                null,
                next.episode(),
                grant.actor().id());
        // The new episode carries the part of the unit from here, and the one that ended takes its guests with it
        relations.end(grant, transfer.person(), transfer.id(), clock.instant());
        endings.end(grant, transfer.episode());
        access.recordChange(grant, transfer.person(), AccessAction.CHANGE, "transfer", transfer.id());
    }

    /** The person's transfers that the grant shows, the latest first. One SQL. */
    @Transactional(readOnly = true)
    public List<Transfer> of(Grant grant) {
        access.requireRecord(grant);
        return rows.of(grant).stream()
                .filter(transfer -> shows(grant, transfer))
                .toList();
    }

    /**
     * What the units one works in were asked or asked for: what goes on, and what ended lately, the longest asked
     * first. The people on it are logged.
     *
     * @param scope over the administrative section, of a role that writes there
     */
    public List<Transfer> ofMyUnits(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var mine = rows.concerning(scope).stream()
                .filter(transfer -> to(scope, transfer) || from(scope, transfer))
                .map(transfer -> from(scope, transfer) || cares(transfer) ? transfer : transfer.withoutHandOver())
                .toList();
        access.show(scope, mine.stream().map(Transfer::person).distinct().toList());
        return mine;
    }

    /**
     * How many requests wait for an answer of the units one works in. Names nobody.
     *
     * @param scope over the administrative section, of a role that writes there
     */
    @Transactional(readOnly = true)
    public int waiting(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        return (int) rows.concerning(scope).stream()
                .filter(transfer -> transfer.state() == TransferState.REQUESTED && to(scope, transfer))
                .count();
    }

    /** Whether the transfer is to a unit that the actor of the scope works in. */
    static boolean to(Scope scope, Transfer transfer) {
        return scope.actor().worksIn(transfer.toCentre(), transfer.toUnit());
    }

    // What was told for a care that did not come about is no longer the asked centre's
    private static boolean cares(Transfer transfer) {
        return transfer.state().live() || transfer.state() == TransferState.ARRIVED;
    }

    private static boolean from(Scope scope, Transfer transfer) {
        return scope.actor().worksIn(transfer.fromCentre(), transfer.fromUnit());
    }

    private Episode moveTo(Grant grant, Transfer transfer, Unit to, @Nullable Bed bed, Instant at) {
        var episode = acts.load(transfer.episode());
        var from = acts.unit(episode.unit());
        var leaving = EpisodeBeginnings.occurrence(grant, episode, from, at, null);
        episode.close(EndReason.TRANSFERRED_OTHER, Destination.OTHER_CENTRE, at);
        acts.save(episode);
        stays.end(grant, episode, at);
        acts.unfollow(grant, episode, at, false);
        var next = new Episode(grant.person(), to, at).comingFrom(episode);
        journal.write(new TransferredToUnit(leaving, to.centre(), to.id(), to.name(), next.episode()), false);
        if (next.kind() == EpisodeKind.INPATIENT) {
            beginnings.admit(grant, next, to, bed, BedConsent.NONE, at);
        } else {
            beginnings.startOutpatient(grant, next, to, at);
        }
        journal.write(
                new HandedOver(
                        EpisodeBeginnings.occurrence(grant, next, to, at, null),
                        from.name(),
                        transfer.asked().by(),
                        transfer.handOver()),
                false);
        return next;
    }

    // The unit takes part by itself for the days agreed, in its own centre's time
    private void receive(Scope scope, Transfer transfer, LocalDate last) {
        var days = centres.centre(transfer.toCentre()).serviceDay();
        var first = days.startOf(transfer.wishedOn());
        var now = clock.instant();
        relations.beginForUnitBetween(
                scope,
                transfer.person(),
                RelationKind.GUEST,
                transfer.toCentre(),
                transfer.toUnit(),
                transfer.id(),
                first.isBefore(now) ? now : first,
                days.startOf(last.plusDays(1)));
    }

    private void end(Authority authority, Transfer transfer, TransferState otherwise, String reason) {
        rows.end(
                transfer.id(),
                transfer.state() == TransferState.PRESENT ? TransferState.ENDED : otherwise,
                reason,
                null,
                authority.actor().id());
        relations.end(authority, transfer.person(), transfer.id(), clock.instant());
        access.recordChange(authority, transfer.person(), AccessAction.CHANGE, "transfer", transfer.id());
    }

    private Transfer asked(Scope scope, TransferId id) {
        return rows.held(id)
                .filter(transfer -> !scope.hidden().contains(transfer.person()))
                .filter(transfer -> to(scope, transfer))
                .orElseThrow(NotFound::new);
    }

    // Whoever reads all of the administrative section at either end, or was given it by the person
    private static boolean shows(Grant grant, Transfer transfer) {
        return grant.entryLevel(Section.ADMINISTRATIVE, transfer.fromCentre(), null, false) == EntryLevel.FULL
                || grant.entryLevel(Section.ADMINISTRATIVE, transfer.toCentre(), null, false) == EntryLevel.FULL;
    }

    private void requireLive(Transfer transfer, long expectedVersion) {
        if (!transfer.state().live() || transfer.version() != expectedVersion) {
            throw now(transfer);
        }
    }

    private void requireState(Transfer transfer, long expectedVersion, TransferState state) {
        if (transfer.state() != state || transfer.version() != expectedVersion) {
            throw now(transfer);
        }
    }

    // Says what the other side did, so that whoever came second sees both
    private Conflict now(Transfer transfer) {
        var key = transfer.key() + ".error.";
        return switch (transfer.state()) {
            case REQUESTED -> new Conflict("episode.error.state");
            case ACCEPTED, PRESENT -> new Conflict(key + "now-accepted", name(transfer.accepted()));
            case ARRIVED -> new Conflict(key + "now-arrived", name(transfer.ended()));
            case REFUSED -> new Conflict(key + "now-refused", name(transfer.ended()), said(transfer));
            case WITHDRAWN -> new Conflict(key + "now-withdrawn", name(transfer.ended()), said(transfer));
            case ENDED ->
                transfer.ended() == null
                        ? new Conflict(key + "over")
                        : new Conflict(key + "now-ended", name(transfer.ended()), said(transfer));
        };
    }

    private String name(Transfer.@Nullable Step step) {
        return step == null
                ? ""
                : directory.find(step.by()).map(StaffCard::name).orElse("");
    }

    private static String said(Transfer transfer) {
        var reason = transfer.reason();
        return reason == null ? "–" : reason;
    }

    private void requireDay(String field, @Nullable LocalDate day, Unit unit) {
        if (day == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        if (day.isBefore(centres.centre(unit.centre()).serviceDay().of(clock.instant()))) {
            throw new InvalidInput(field, "episode.transfer.error.past");
        }
    }

    private static void requireGuestDays(RequestTransfer command) {
        var first = command.wishedOn();
        var last = command.untilOn();
        if (last == null || first == null) {
            return;
        }
        if (last.isBefore(first) || !last.isBefore(first.plusDays(GUEST_DAYS))) {
            throw new InvalidInput("untilOn", "episode.guest.error.days", GUEST_DAYS);
        }
    }

    // Nobody there could answer, nor may they learn of the person
    private void requireNamedThere(Grant grant, Unit to) {
        var protection = protections.of(grant);
        if (protection.isPresent() && protection.get().named().stream().noneMatch(staff -> answersAt(staff, to))) {
            throw new Conflict(
                    "episode.transfer.error.protected",
                    centres.centre(to.centre()).name());
        }
    }

    private boolean answersAt(StaffId staff, Unit to) {
        return directory.members(List.of(to.centre()), List.of()).stream()
                .anyMatch(member -> member.id().equals(staff) && member.worksIn(to.centre(), to.id()));
    }
}
