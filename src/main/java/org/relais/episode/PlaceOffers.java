package org.relais.episode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.ConsentPurpose;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.audit.AccessAction;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.episode.EpisodeChange.PersonWaiting;
import org.relais.shared.BedReservationId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PlaceOfferId;
import org.relais.shared.StaleVersion;

/**
 * Offers of a place to people who wait: made, accepted or declined by the person, withdrawn, or lapsed when nobody
 * answers in time. An offered bed is kept for the person as every reservation is, so the board of the ward shows it and
 * nobody gives it twice. Whoever declines keeps their rank on the list. A place in another unit than the one waited for
 * moves the waiting there once it is accepted; in another centre it needs the person's consent to share with it.
 *
 * <p>Acts throw {@link Conflict} that says how it stands when somebody was quicker, {@link StaleVersion} when somebody
 * saved meanwhile, {@link InvalidInput} for a value that does not fit, and {@link NotFound} for an offer that is not the
 * actor's to act on.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PlaceOffers {

    /** For how many days an offer waits for an answer at most. */
    public static final int DAYS_HELD = 14;

    /** How many days ahead a place can begin at most. */
    public static final int DAYS_AHEAD = 90;

    private final AccessService access;
    private final SharingConsents consents;
    private final EpisodeActs acts;
    private final EpisodeBeginnings beginnings;
    private final EpisodeJournal journal;
    private final BedRows beds;
    private final PlaceOfferRows rows;
    private final Centres centres;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceOffers(
            AccessService access,
            SharingConsents consents,
            EpisodeActs acts,
            EpisodeBeginnings beginnings,
            EpisodeJournal journal,
            BedRows beds,
            PlaceOfferRows rows,
            Centres centres,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.consents = consents;
        this.acts = acts;
        this.beginnings = beginnings;
        this.journal = journal;
        this.beds = beds;
        this.rows = rows;
        this.centres = centres;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Offers a place in a unit of a centre the actor works in. Twice with one id is once.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code unit}, {@code bed}, {@code beginsOn} or {@code holdsUntil}
     * @throws BedTaken when somebody is in the bed
     * @throws Conflict when the person no longer waits, another place is offered to them, the bed is closed or kept, the
     *     unit has no place by then, or it is of another centre and the person has not agreed to share with it
     */
    public PlaceOfferId offer(Grant grant, OfferPlace command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var made = rows.find(command.id());
        if (made.isPresent() && grant.people().contains(made.get().person())) {
            return command.id();
        }
        rows.hold(command.episode());
        var unit = acts.unit(command.unit());
        acts.requireWorksIn(grant, unit.centre());
        var bed = acts.bed(command.bed(), unit.id());
        requireTimes(command, unit);
        var episode = waiting(grant, command, unit);
        requireAgreed(grant, episode.centre(), unit.centre());
        lapseOthers(grant);
        if (bed != null) {
            keep(grant, bed, episode, command, unit);
        } else if (unit.kind().inpatient()) {
            // Its first bed stands for the unit: of two offers at once the second sees the first
            beds.hold(unit.beds().getFirst());
            if (rows.places(unit, command.beginsOn()) < 1) {
                throw new Conflict("episode.offer.error.full", unit.name());
            }
        }
        rows.insert(command, episode, unit, bed, grant.actor().id());
        access.recordChange(grant, episode.person(), AccessAction.CREATE, "place-offer", command.id());
        tell(unit.centre(), episode.centre());
        return command.id();
    }

    /**
     * The person accepts. The place is kept until they come, and a waiting for another unit goes on at this one, with
     * its rank.
     *
     * @param grant to write in the administrative section
     * @throws Conflict when the offer lapsed or ended, the person no longer waits, or withdrew their consent to share
     */
    public PlaceOffer accept(Grant grant, PlaceOfferId offer, long expectedVersion) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var found = mine(grant, offer);
        rows.hold(found.episode());
        var bed = holdBed(found);
        var held = rows.held(offer).at(clock.instant());
        requireLive(held, expectedVersion, PlaceOfferState.OFFERED);
        var waiting = acts.load(held.episode());
        if (waiting.state() != EpisodeState.WAITING) {
            throw new Conflict("episode.offer.error.not-waiting");
        }
        if (bed != null && !beds.free(bed)) {
            throw new BedTaken(bed);
        }
        requireAgreed(grant, waiting.centre(), held.toCentre());
        var to = acts.unit(held.toUnit());
        var there = waiting.unit().equals(to.id()) ? waiting : goOnAt(grant, held, waiting, to);
        rows.accept(offer, there.episode(), grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "place-offer", offer);
        tell(held.toCentre(), held.fromCentre());
        return rows.held(offer);
    }

    /**
     * The person declines, also a place they had accepted: it is free again, and they keep their rank unless they leave
     * the list.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code reason}
     */
    public void decline(Grant grant, DeclinePlace command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var reason = FreeText.requireLine("reason", command.reason(), FreeText.LINE);
        var found = mine(grant, command.offer());
        rows.hold(found.episode());
        end(grant, found, command.expectedVersion(), PlaceOfferState.DECLINED, reason);
        if (command.leavesList()) {
            leave(grant, found, reason);
        }
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "place-offer", command.offer());
    }

    /**
     * Takes an offer of a place back that is in a centre the actor works in, or on whose list the person is.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws InvalidInput at {@code reason}
     */
    public void withdraw(Scope scope, WithdrawPlace command) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var reason = FreeText.requireLine("reason", command.reason(), FreeText.LINE);
        var found = rows.find(command.offer())
                .filter(offer -> scope.centres().contains(offer.toCentre())
                        || scope.centres().contains(offer.fromCentre()))
                .filter(offer -> !scope.hidden().contains(Objects.requireNonNull(offer.person())))
                .orElseThrow(NotFound::new);
        rows.hold(found.episode());
        end(scope, found, command.expectedVersion(), PlaceOfferState.WITHDRAWN, reason);
        access.recordChange(
                scope, Objects.requireNonNull(found.person()), AccessAction.CHANGE, "place-offer", command.offer());
    }

    /** The person's offers that the grant shows, the latest first. One SQL. */
    @Transactional(readOnly = true)
    public List<PlaceOffer> of(Grant grant) {
        access.requireRecord(grant);
        return rows.of(grant).stream()
                .filter(offer -> grant.entryLevel(Section.ADMINISTRATIVE, offer.toCentre(), offer.toUnit(), false)
                                == EntryLevel.FULL
                        || grant.entryLevel(Section.ADMINISTRATIVE, offer.fromCentre(), offer.fromUnit(), false)
                                == EntryLevel.FULL)
                .toList();
    }

    /** Ends one offer whose time is over, and frees its bed. Nothing happens when somebody was quicker. */
    void lapse(Scope scope, PlaceOffer offer) {
        access.requireTask(scope);
        rows.hold(offer.episode());
        holdBed(offer);
        // Holding the bed ended it already, when it has one
        rows.lapse(new BedReservationId(offer.id().value()));
        if (rows.held(offer.id()).state() != PlaceOfferState.EXPIRED) {
            return;
        }
        access.recordChange(
                scope, Objects.requireNonNull(offer.person()), AccessAction.CHANGE, "place-offer", offer.id());
        tell(offer.toCentre(), offer.fromCentre());
    }

    private void end(
            Authority authority, PlaceOffer found, long expectedVersion, PlaceOfferState state, String reason) {
        var bed = holdBed(found);
        var held = rows.held(found.id()).at(clock.instant());
        requireLive(held, expectedVersion, null);
        rows.end(held.id(), state, null, reason, authority.actor().id());
        if (bed != null) {
            beds.releaseFor(
                    bed,
                    new BedReservationId(held.id().value()),
                    authority.actor().id());
        }
        tell(held.toCentre(), held.fromCentre());
    }

    private Episode waiting(Grant grant, OfferPlace command, Unit unit) {
        var episode = acts.load(grant, command.episode(), command.expectedVersion());
        if (episode.state() != EpisodeState.WAITING) {
            throw new Conflict("episode.offer.error.not-waiting");
        }
        if (unit.kind().inpatient() != (episode.kind() == EpisodeKind.INPATIENT)) {
            throw new InvalidInput("unit", "episode.error.unit-kind");
        }
        return episode;
    }

    private void requireTimes(OfferPlace command, Unit unit) {
        var now = clock.instant();
        var today = centres.centre(unit.centre()).serviceDay().of(now);
        if (command.beginsOn().isBefore(today) || command.beginsOn().isAfter(today.plusDays(DAYS_AHEAD))) {
            throw new InvalidInput("beginsOn", "episode.offer.error.begins", DAYS_AHEAD);
        }
        if (!command.holdsUntil().isAfter(now) || command.holdsUntil().isAfter(now.plus(Duration.ofDays(DAYS_HELD)))) {
            throw new InvalidInput("holdsUntil", "episode.offer.error.holds", DAYS_HELD);
        }
    }

    // Held until the transaction ends: a withdrawal at the same moment comes before it and is seen, or after it
    private void requireAgreed(Grant grant, CentreId from, CentreId to) {
        if (from.equals(to)) {
            return;
        }
        var agreed = consents.held(grant).stream()
                .filter(consent -> consent.inForce()
                        && consent.organisation() == null
                        && consent.purpose() == ConsentPurpose.CARE
                        && consent.sections().contains(Section.ADMINISTRATIVE))
                .anyMatch(
                        consent -> consent.centre() == null || consent.centre().equals(to));
        if (!agreed) {
            throw new Conflict("episode.offer.error.consent", centres.centre(to).name());
        }
    }

    private void keep(Grant grant, Bed bed, Episode episode, OfferPlace command, Unit unit) {
        var state = beds.hold(bed);
        if (state.condition() == BedCondition.CLOSED) {
            throw new Conflict("episode.error.bed-closed", bed.label());
        }
        if (state.reservation() != null) {
            throw new Conflict("episode.error.bed-kept", bed.label());
        }
        if (!beds.free(bed)) {
            throw new BedTaken(bed);
        }
        beds.reserve(
                bed,
                episode.person(),
                null,
                new ReserveBed(new BedReservationId(command.id().value()), bed.id(), null, expected(command, unit)),
                grant.actor().id());
    }

    // The hour is agreed with the person; until then noon stands for the day
    private Instant expected(OfferPlace command, Unit unit) {
        var zone = centres.centre(unit.centre()).serviceDay().zone();
        return command.beginsOn().atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    private void lapseOthers(Grant grant) {
        var now = clock.instant();
        for (var offer : rows.live(grant.people())) {
            if (!offer.at(now).state().live()) {
                holdBed(offer);
                rows.lapse(new BedReservationId(offer.id().value()));
            }
        }
    }

    private Episode goOnAt(Grant grant, PlaceOffer offer, Episode waiting, Unit to) {
        var at = acts.at(null);
        var from = acts.unit(waiting.unit());
        var next = new Episode(waiting.person(), to, at).comingFrom(waiting);
        next.waitOn(to, waiting, at);
        beginnings.begun(grant, next);
        // Before the old waiting ends, with which its offers would end
        rows.moveTo(offer.id(), next.episode());
        journal.write(
                new PersonWaiting(
                        EpisodeBeginnings.occurrence(grant, next, to, at, waiting.priorityReason()),
                        EpisodeAct.PUT_ON_WAITING_LIST,
                        next.priority()),
                true);
        close(grant, waiting, from, EndReason.REFERRED_ELSEWHERE, null, at);
        return next;
    }

    private void leave(Grant grant, PlaceOffer offer, String reason) {
        var waiting = acts.load(offer.episode());
        if (waiting.state() == EpisodeState.WAITING) {
            close(grant, waiting, acts.unit(waiting.unit()), EndReason.ENDED_BY_PERSON, reason, acts.at(null));
        }
    }

    private void close(Grant grant, Episode waiting, Unit unit, EndReason why, @Nullable String note, Instant at) {
        waiting.close(why, null, at);
        acts.save(waiting);
        acts.unfollow(grant, waiting, at, false);
        journal.write(
                new PersonDischarged(EpisodeBeginnings.occurrence(grant, waiting, unit, at, note), null, why, null),
                false);
    }

    private @Nullable Bed holdBed(PlaceOffer offer) {
        var bed = offer.bed() == null ? null : centres.bed(offer.bed()).orElse(null);
        if (bed != null) {
            beds.hold(bed);
        }
        return bed;
    }

    private PlaceOffer mine(Grant grant, PlaceOfferId offer) {
        return rows.find(offer)
                .filter(found -> grant.people().contains(Objects.requireNonNull(found.person())))
                .orElseThrow(NotFound::new);
    }

    private static void requireLive(PlaceOffer offer, long expectedVersion, @Nullable PlaceOfferState asked) {
        if (!offer.state().live()) {
            throw new Conflict("episode.offer.error.ended." + offer.state().word());
        }
        if (asked != null && offer.state() != asked) {
            throw new Conflict("episode.offer.error.ended." + offer.state().word());
        }
        if (offer.version() != expectedVersion) {
            throw new StaleVersion();
        }
    }

    private void tell(CentreId one, CentreId other) {
        events.publishEvent(new BedsChanged(one));
        if (!one.equals(other)) {
            events.publishEvent(new BedsChanged(other));
        }
    }
}
