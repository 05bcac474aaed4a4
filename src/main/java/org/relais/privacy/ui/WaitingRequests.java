package org.relais.privacy.ui;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import org.relais.access.AccessRequests;
import org.relais.access.AccessRoutes;
import org.relais.uikit.MenuBadge;

/** How many requests wait for the coordinator, beside their entry in the menu. */
@Component
class WaitingRequests implements MenuBadge {

    private final AccessRequests requests;

    WaitingRequests(AccessRequests requests) {
        this.requests = requests;
    }

    @Override
    public String path() {
        return AccessRoutes.REQUESTS;
    }

    @Override
    public OptionalInt count() {
        var waiting = requests.waitingCount();
        return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
    }
}
