package org.relais.assessment.ui;

import java.time.Clock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.record.page.ObservedAt;
import org.relais.staff.Role;
import org.relais.uikit.Formats;

/** What the forms of this room have in common: the medical section, and times of the centre they are written for. */
abstract class WardComposer implements ComposerType {

    private final Centres centres;
    private final Clock clock;

    WardComposer(Centres centres, Clock clock) {
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public final Section section() {
        return Section.MEDICAL;
    }

    @Override
    public final boolean offeredTo(Role role) {
        return role == Role.NURSE || role == Role.PHYSICIAN;
    }

    @Override
    public final Component create(ComposerContext context) {
        var zone = centres.centre(context.centre()).serviceDay().zone();
        return create(
                context,
                new ObservedAt(zone, clock),
                new Formats(UI.getCurrentOrThrow().getLocale(), zone));
    }

    /** The country profile of the centre that is written for. */
    final String country(ComposerContext context) {
        return centres.centre(context.centre()).countryProfile();
    }

    abstract Component create(ComposerContext context, ObservedAt observed, Formats formats);
}
