package org.relais.reintegration.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Section;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.reintegration.StepDetail;
import org.relais.uikit.Glyph;

/** Adding a step of reintegration from the record's composer. */
@org.springframework.stereotype.Component
class StepComposer implements ComposerType {

    private final StepDesk desk;

    StepComposer(StepDesk desk) {
        this.desk = desk;
    }

    // After the social interview and before the calls of other disciplines.
    @Override
    public int order() {
        return 65;
    }

    @Override
    public String labelKey() {
        return "reintegration.entry.step";
    }

    @Override
    public Glyph glyph() {
        return Glyph.TARGET;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String form() {
        return StepDetail.TYPE;
    }

    @Override
    public Component create(ComposerContext context) {
        return new ComposedStep(desk, context);
    }
}
