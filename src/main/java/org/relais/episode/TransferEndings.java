package org.relais.episode;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.audit.AccessAction;
import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.shared.EpisodeId;

/** An episode that ends takes its transfers with it, and with them what the other units took part in. */
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
        end(act.authority(), act.episode());
    }

    void end(Authority authority, EpisodeId episode) {
        rows.forgetDrafts(episode);
        for (var transfer : rows.heldLive(episode)) {
            var present = transfer.state() == TransferState.PRESENT;
            rows.end(
                    transfer.id(),
                    present ? TransferState.ENDED : TransferState.WITHDRAWN,
                    null,
                    null,
                    authority.actor().id());
            relations.end(authority, transfer.person(), transfer.id(), clock.instant());
            access.recordChange(authority, transfer.person(), AccessAction.CHANGE, "transfer", transfer.id());
        }
    }
}
