package org.relais.therapy.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Section;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.uikit.Glyph;

/** Writing a session, with its progress note and, where there is one, its process note. */
@org.springframework.stereotype.Component
class SessionComposer implements ComposerType {

    private final TherapyDesk desk;

    SessionComposer(TherapyDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String labelKey() {
        return "therapy.entry.session";
    }

    @Override
    public Glyph glyph() {
        return Glyph.BRAIN;
    }

    @Override
    public Section section() {
        return Section.PSYCHOLOGICAL;
    }

    @Override
    public String form() {
        return "therapy.session";
    }

    @Override
    public Component create(ComposerContext context) {
        return new SessionForm(desk, context);
    }
}
