package org.relais.assessment.ui;

import java.time.Clock;

import com.vaadin.flow.component.Component;

import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.centre.Centres;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ObservedAt;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;

/** Offers vital signs to physicians and nurses. */
@org.springframework.stereotype.Component
class VitalSignsComposer extends WardComposer {

    private final Assessments assessments;
    private final Definitions definitions;

    VitalSignsComposer(Assessments assessments, Definitions definitions, Centres centres, Clock clock) {
        super(centres, clock);
        this.assessments = assessments;
        this.definitions = definitions;
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public String labelKey() {
        return "assessment.composer.vital-signs";
    }

    @Override
    public Glyph glyph() {
        return Glyph.HEART_PULSE;
    }

    @Override
    public String form() {
        return EntryTypes.VITAL_SIGNS;
    }

    @Override
    Component create(ComposerContext context, ObservedAt observed, Formats formats) {
        return new VitalSignsForm(
                definitions.earlyWarning(context.centre()),
                definitions.limits(context.centre()),
                assessments,
                context,
                observed,
                formats);
    }
}
