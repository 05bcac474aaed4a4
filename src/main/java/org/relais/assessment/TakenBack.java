package org.relais.assessment;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.record.EntryTakenBack;

/** Stops counting a form, or a decision, whose entry in the timeline was marked as entered in error, in the same transaction. */
@Component
class TakenBack {

    private final Forms forms;
    private final SaturationDecisions saturation;
    private final Clock clock;

    TakenBack(Forms forms, SaturationDecisions saturation, Clock clock) {
        this.forms = forms;
        this.saturation = saturation;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void entryTakenBack(EntryTakenBack event) {
        forms.takeBack(event.person(), event.entry(), clock.instant());
        saturation.takeBack(event.person(), event.entry());
    }
}
