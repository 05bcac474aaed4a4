package org.relais.episode;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.centre.Centres;
import org.relais.shared.BedReservationId;
import org.relais.shared.PersonId;

/** Whoever came has taken their place up, and nothing stays offered for a waiting that is over. */
@Component
class PlaceOfferEndings {

    private final PlaceOfferRows offers;
    private final BedRows beds;
    private final Centres centres;

    PlaceOfferEndings(PlaceOfferRows offers, BedRows beds, Centres centres) {
        this.offers = offers;
        this.beds = beds;
        this.centres = centres;
    }

    @EventListener
    void changed(EpisodeChange change) {
        switch (change) {
            case EpisodeChange.PersonAdmitted admitted -> came(admitted.occurrence());
            case EpisodeChange.OutpatientStarted started -> came(started.occurrence());
            case EpisodeChange.PersonDischarged discharged -> left(discharged.occurrence());
            default -> {}
        }
    }

    private void came(EpisodeChange.Occurrence act) {
        for (var offer : offers.live(people(act.authority(), act.person()))) {
            if (offer.toUnit().equals(act.unit())) {
                end(act, offer, PlaceOfferState.TAKEN_UP, null);
            } else if (offer.episode().equals(act.episode())) {
                end(act, offer, PlaceOfferState.WITHDRAWN, PlaceOfferCause.ADMITTED_ELSEWHERE);
            }
        }
    }

    private void left(EpisodeChange.Occurrence act) {
        offers.live(people(act.authority(), act.person())).stream()
                .filter(offer -> offer.episode().equals(act.episode()))
                .forEach(offer -> end(act, offer, PlaceOfferState.WITHDRAWN, PlaceOfferCause.WAITING_ENDED));
    }

    private void end(
            EpisodeChange.Occurrence act, PlaceOffer offer, PlaceOfferState state, @Nullable PlaceOfferCause cause) {
        var by = act.authority().actor().id();
        var bed = offer.bed() == null
                ? null
                : centres.bed(Objects.requireNonNull(offer.bed())).orElse(null);
        if (bed != null) {
            beds.hold(bed);
        }
        if (offers.end(offer.id(), state, cause, null, by) && bed != null) {
            beds.releaseFor(bed, new BedReservationId(offer.id().value()), by);
        }
    }

    private static Set<PersonId> people(Authority authority, PersonId person) {
        return authority instanceof Grant grant ? grant.people() : Set.of(person);
    }
}
