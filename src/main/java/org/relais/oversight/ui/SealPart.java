package org.relais.oversight.ui;

import java.time.Clock;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.springframework.core.annotation.Order;

import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.oversight.LogSeal;
import org.relais.staff.StaffDirectory;

/** The seal of the log beside the log. */
@org.springframework.stereotype.Component
@Order(50)
class SealPart implements DeskPart {

    private final LogSeal seal;
    private final StaffDirectory directory;
    private final Centres centres;
    private final Clock clock;

    SealPart(LogSeal seal, StaffDirectory directory, Centres centres, Clock clock) {
        this.seal = seal;
        this.directory = directory;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public Optional<Component> beside(Scope scope) {
        var locale = UI.getCurrentOrThrow().getLocale();
        return Optional.of(new SealCard(seal, scope, LogWords.of(scope, directory, centres, clock, locale)));
    }
}
