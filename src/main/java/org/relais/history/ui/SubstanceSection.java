package org.relais.history.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** The substances a person uses, on the record page. */
@org.springframework.stereotype.Component
class SubstanceSection implements RecordSection {

    private final SubstanceDesk desk;

    SubstanceSection(SubstanceDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "history.substances.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.FLASK_CONICAL;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return "substances";
    }

    @Override
    public Component create(Grant grant) {
        return new SubstancePanel(desk, grant);
    }
}
