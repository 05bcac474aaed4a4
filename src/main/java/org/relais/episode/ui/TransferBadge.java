package org.relais.episode.ui;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.episode.EpisodeRoutes;
import org.relais.episode.Transfers;
import org.relais.uikit.MenuBadge;

/** How many transfers wait for an answer, beside their menu entry. */
@Component
class TransferBadge implements MenuBadge {

    private final Transfers transfers;
    private final AccessService access;

    TransferBadge(Transfers transfers, AccessService access) {
        this.transfers = transfers;
        this.access = access;
    }

    @Override
    public String path() {
        return EpisodeRoutes.TRANSFERS;
    }

    @Override
    public OptionalInt count() {
        if (!access.roleWrites(Section.ADMINISTRATIVE)) {
            return OptionalInt.empty();
        }
        var waiting = transfers.waiting(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null));
        return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
    }
}
