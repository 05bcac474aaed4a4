package org.relais.episode;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;

/**
 * Keeps beds for who is expected, and says which are to be cleaned or closed. How a bed stands shows in {@link
 * EpisodeService#beds}; every act is kept and in the access log.
 *
 * <p>Every act is for who works in the bed's centre, and is refused with {@link NotFound} to others.
 */
@Service
@Transactional
public class BedKeeping {

    private final BedRows rows;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BedKeeping(BedRows rows, Centres centres, AccessService access, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps a bed for the person; what was kept for them before is free again. Twice with one id is once.
     *
     * @param grant to write in the administrative section
     * @throws BedTaken when somebody is in the bed
     * @throws Conflict when it is closed, or kept already
     */
    public void reserve(Grant grant, ReserveBed command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var bed = bed(command.bed());
        var centre = centre(bed);
        if (!grant.actor().centres().contains(centre.id())) {
            throw new NotFound();
        }
        var by = grant.actor().id();
        rows.reached(grant, clock.instant(), command.id());
        if (keep(bed, centre.id(), grant.person(), null, command, by)) {
            access.recordChange(grant, grant.person(), AccessAction.CREATE, "bed-reservation", command.id());
        }
    }

    /**
     * Keeps a bed for what the words say, such as "planned admission". Twice with one id is once.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws InvalidInput at {@code words} when there are none
     * @throws BedTaken when somebody is in the bed
     * @throws Conflict when it is closed, or kept already
     */
    public void reserve(Scope scope, ReserveBed command) {
        var bed = bed(command.bed());
        var centre = requireHere(scope, bed);
        var words = FreeText.requireLine("words", command.words(), FreeText.LINE);
        if (keep(bed, centre.id(), null, words, command, scope.actor().id())) {
            access.recordAct(scope, AccessAction.CREATE, "bed-reservation", command.id());
        }
    }

    /**
     * Keeps the bed for nobody any more. Nothing happens when it is so already.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws StaleVersion when it is kept for somebody else by now
     */
    public void release(Scope scope, ReleaseBed command) {
        var bed = bed(command.bed());
        var centre = requireHere(scope, bed);
        var kept = rows.hold(bed).reservation();
        if (kept == null) {
            return;
        }
        if (!kept.id().equals(command.reservation())) {
            throw new StaleVersion();
        }
        rows.release(bed.id(), kept, scope.actor().id());
        access.recordAct(scope, AccessAction.CHANGE, "bed-reservation", kept.id());
        tell(centre.id());
    }

    /**
     * Says how the bed stands from now on. Nothing happens when it stands so already.
     *
     * @param scope over the administrative section, of a role that writes there
     * @throws InvalidInput at {@code reason} when it is closed without one, at {@code until} for a day gone by
     * @throws BedTaken when somebody is in the bed
     * @throws Conflict when a bed is closed that is kept for somebody
     * @throws StaleVersion when somebody changed it meanwhile
     */
    public void change(Scope scope, ChangeBed command) {
        var bed = bed(command.bed());
        var centre = requireHere(scope, bed);
        var closing = command.condition() == BedCondition.CLOSED;
        var reason = closing ? FreeText.requireLine("reason", command.reason(), FreeText.LINE) : null;
        var until = closing ? command.until() : null;
        if (until != null && until.isBefore(centre.serviceDay().of(clock.instant()))) {
            throw new InvalidInput("until", "episode.error.bed-until");
        }
        var state = rows.hold(bed);
        if (state.condition() == command.condition() && !closing) {
            return;
        }
        if (state.version() != command.expectedVersion()) {
            throw new StaleVersion();
        }
        if (!rows.free(bed)) {
            throw new BedTaken(bed);
        }
        if (closing && state.reservation() != null) {
            throw new Conflict("episode.error.bed-kept", bed.label());
        }
        rows.change(
                bed.id(),
                act(state.condition(), command.condition()),
                command.condition(),
                reason,
                until,
                scope.actor().id());
        access.recordAct(scope, AccessAction.CHANGE, "bed", bed.id());
        tell(centre.id());
    }

    /** @return whether it was not kept with this id already */
    private boolean keep(
            Bed bed,
            CentreId centre,
            @Nullable PersonId person,
            @Nullable String words,
            ReserveBed command,
            StaffId by) {
        var state = rows.hold(bed);
        var kept = state.reservation();
        if (kept != null && kept.id().equals(command.id())) {
            return false;
        }
        if (state.condition() == BedCondition.CLOSED) {
            throw new Conflict("episode.error.bed-closed", bed.label());
        }
        if (kept != null) {
            throw new Conflict("episode.error.bed-kept", bed.label());
        }
        if (!rows.free(bed)) {
            throw new BedTaken(bed);
        }
        rows.reserve(bed, person, words, command, by);
        tell(centre);
        return true;
    }

    private static BedAct act(BedCondition before, BedCondition now) {
        return switch (now) {
            case READY -> BedAct.CLEANED;
            case TO_CLEAN -> before == BedCondition.CLOSED ? BedAct.REOPENED : BedAct.TO_CLEAN;
            case CLOSED -> BedAct.CLOSED;
        };
    }

    private Centre requireHere(Scope scope, Bed bed) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
        var centre = centre(bed);
        if (!scope.centres().contains(centre.id())) {
            throw new NotFound();
        }
        return centre;
    }

    private Bed bed(BedId id) {
        return centres.bed(id).orElseThrow(NotFound::new);
    }

    private Centre centre(Bed bed) {
        return centres.centre(
                centres.unit(bed.unit()).orElseThrow(NotFound::new).centre());
    }

    private void tell(CentreId centre) {
        events.publishEvent(new BedsChanged(centre));
    }
}
