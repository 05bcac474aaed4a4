package org.relais.detox;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.episode.EpisodeChange.PersonDischarged;
import org.relais.episode.EpisodeKind;
import org.relais.shared.Conflict;

/** Lets nobody leave while they are watched over: ending the withdrawal asks for its criteria first (B.8). */
@Component
class DischargeGuard {

    private final DetoxTable table;

    DischargeGuard(DetoxTable table) {
        this.table = table;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void discharged(PersonDischarged event) {
        var left = event.occurrence();
        var setting = left.kind() == EpisodeKind.INPATIENT ? DetoxSetting.INPATIENT : DetoxSetting.OUTPATIENT;
        var watched = table.of(Set.of(left.person())).stream()
                .anyMatch(row -> row.state() != DetoxState.ENDED
                        && row.setting() == setting
                        && row.centre().equals(left.centre()));
        if (watched) {
            throw new Conflict("detox.error.discharge");
        }
    }
}
