package org.relais.aftercare;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.episode.EpisodeChange.PersonWaiting;
import org.relais.shared.Conflict;

/** Whoever is on a way back waits on no list, whoever would put them there. */
@Component
class NoWaitingList {

    private final WayBackTable table;

    NoWaitingList(WayBackTable table) {
        this.table = table;
    }

    @EventListener
    void waiting(PersonWaiting waiting) {
        var act = waiting.occurrence();
        var people = act.authority() instanceof Grant grant ? grant.people() : Set.of(act.person());
        if (table.opened(people, act.episode())) {
            throw new Conflict("aftercare.error.no-waiting");
        }
    }
}
