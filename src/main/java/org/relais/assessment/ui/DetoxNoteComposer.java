package org.relais.assessment.ui;

import java.time.Clock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.centre.Centres;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.record.page.ObservedAt;
import org.relais.staff.Role;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** Offers the detox monitoring note to physicians and nurses. */
@org.springframework.stereotype.Component
class DetoxNoteComposer implements ComposerType {

    private final Assessments assessments;
    private final Definitions definitions;
    private final Centres centres;
    private final Clock clock;

    DetoxNoteComposer(Assessments assessments, Definitions definitions, Centres centres, Clock clock) {
        this.assessments = assessments;
        this.definitions = definitions;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public String labelKey() {
        return "assessment.composer.detox-note";
    }

    @Override
    public Glyph glyph() {
        return Glyph.ACTIVITY;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String form() {
        return EntryTypes.DETOX_NOTE;
    }

    @Override
    public boolean offeredTo(Role role) {
        return role == Role.NURSE || role == Role.PHYSICIAN;
    }

    @Override
    public Component create(ComposerContext context) {
        var zone = centres.centre(context.centre()).serviceDay().zone();
        return new DetoxNoteForm(
                definitions.detoxInstruments(context.centre()),
                assessments,
                context,
                new ObservedAt(zone, clock),
                new Formats(UI.getCurrentOrThrow().getLocale(), zone));
    }
}
