package org.relais.episode.ui;

import java.time.Clock;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeService;
import org.relais.episode.PlaceLists;
import org.relais.episode.PlaceNews;
import org.relais.episode.PlaceOffers;
import org.relais.staff.StaffDirectory;

/** What the screen of places asks. */
@Component
record PlaceDesk(
        PlaceLists lists,
        PlaceOffers offers,
        PlaceNews news,
        EpisodeService episodes,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    Scope scope() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
    }
}
