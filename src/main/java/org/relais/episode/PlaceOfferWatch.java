package org.relais.episode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.access.TaskContext;

/**
 * Ends the offers nobody answered in time. That they lapsed shows without, and holding the bed ends them too: this
 * frees what nobody looks at. Every node looks; what one has ended, the others cannot end again.
 */
@Component
class PlaceOfferWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceOfferWatch.class);
    private static final String TASK = "place-offers";

    private final PlaceOfferRows rows;
    private final PlaceOffers offers;
    private final AccessService access;

    PlaceOfferWatch(PlaceOfferRows rows, PlaceOffers offers, AccessService access) {
        this.rows = rows;
        this.offers = offers;
        this.access = access;
    }

    @Scheduled(
            initialDelayString = "${relais.episode.watch-interval:60s}",
            fixedDelayString = "${relais.episode.watch-interval:60s}")
    void watch() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The offers of places could not be looked at; the next look sees them again", failed);
        }
    }

    /** Ends what is over now. */
    void look() {
        TaskContext.run(TASK, () -> {
            access.taskScope(TASK, Section.ADMINISTRATIVE, Purpose.CARE);
            rows.lapsed().forEach(offer -> offers.lapse(access.taskScope(TASK, offer.toCentre(), Purpose.CARE), offer));
        });
    }
}
