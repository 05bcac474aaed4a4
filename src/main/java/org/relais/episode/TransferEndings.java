package org.relais.episode;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.audit.AccessAction;
import org.relais.episode.EpisodeChange.PersonDischarged;

/** An episode that ends otherwise takes its transfer with it, and with that what the other unit took part in. */
@Component
class TransferEndings {

    private final TransferRows rows;
    private final CareRelations relations;
    private final AccessService access;
    private final Clock clock;

    TransferEndings(TransferRows rows, CareRelations relations, AccessService access, Clock clock) {
        this.rows = rows;
        this.relations = relations;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void discharged(PersonDischarged change) {
        var act = change.occurrence();
        rows.heldLive(act.episode()).ifPresent(transfer -> {
            var by = act.authority().actor().id();
            rows.end(transfer.id(), TransferState.WITHDRAWN, null, null, by);
            relations.end(act.authority(), transfer.person(), transfer.id(), clock.instant());
            access.recordChange(act.authority(), transfer.person(), AccessAction.CHANGE, "transfer", transfer.id());
        });
    }
}
