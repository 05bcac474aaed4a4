package org.relais.episode;

import java.util.List;

/**
 * The places of one's centres and what is offered.
 *
 * @param units by centre
 * @param offers the live ones, those to lapse first first, then those that ended within a week, the latest first
 */
public record PlaceBoard(List<PlaceUnit> units, List<PlaceOffer> offers) {

    public PlaceBoard {
        units = List.copyOf(units);
        offers = List.copyOf(offers);
    }
}
