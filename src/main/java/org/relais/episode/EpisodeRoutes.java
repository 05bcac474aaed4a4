package org.relais.episode;

import org.relais.shared.PersonId;

/** The paths of this room's screens, without leading slash. */
public final class EpisodeRoutes {

    public static final String OF_PERSON = "people/:personId/episodes";
    public static final String WAITING_LIST = "waiting-list";
    public static final String BEDS = "beds";
    public static final String TRANSFERS = "transfers";
    public static final String PLACES = "places";

    private EpisodeRoutes() {}

    /** The episodes of one person. */
    public static String ofPerson(PersonId person) {
        return "people/" + person + "/episodes";
    }
}
