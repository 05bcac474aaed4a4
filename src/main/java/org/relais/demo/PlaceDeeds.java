package org.relais.demo;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.episode.DeclinePlace;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.OfferPlace;
import org.relais.episode.PlaceOffer;
import org.relais.episode.PlaceOffers;
import org.relais.shared.PlaceOfferId;

/** The deeds of a place that is offered, accepted or declined. */
@Component
@ConditionalOnProperty("relais.demonstration")
class PlaceDeeds {

    private final EpisodeService episodes;
    private final PlaceOffers offers;
    private final HouseIndex house;

    PlaceDeeds(EpisodeService episodes, PlaceOffers offers, HouseIndex house) {
        this.episodes = episodes;
        this.offers = offers;
        this.house = house;
    }

    /** @param record the record as who acts has just opened it */
    void perform(Grant record, Grant write, Deed.OfPlace deed, Instant at) {
        switch (deed) {
            case Deed.OfferIn(var ward, var bed, var days, var hours) -> {
                var row = episodes.of(record).stream()
                        .filter(one -> one.state() == EpisodeState.WAITING)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nobody waits for " + ward));
                offers.offer(
                        write,
                        new OfferPlace(
                                PlaceOfferId.create(),
                                row.id(),
                                row.version(),
                                house.unit(ward).id(),
                                bed == null ? null : house.bed(ward, bed),
                                at.atZone(DemonstrationHouse.ZONE).toLocalDate().plusDays(days),
                                at.plus(Duration.ofHours(hours))));
            }
            case Deed.AcceptPlace() -> {
                var offer = live(record);
                offers.accept(write, offer.id(), offer.version());
            }
            case Deed.Decline(var reason) -> {
                var offer = live(record);
                offers.decline(write, new DeclinePlace(offer.id(), offer.version(), reason, false));
            }
        }
    }

    private PlaceOffer live(Grant record) {
        return offers.of(record).stream()
                .filter(offer -> offer.state().live())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No place is offered"));
    }
}
