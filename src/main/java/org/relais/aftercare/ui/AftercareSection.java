package org.relais.aftercare.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.aftercare.AftercareRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** What comes after the end of a treatment, on the record page. */
@org.springframework.stereotype.Component
class AftercareSection implements RecordSection {

    private final AftercareDesk desk;

    AftercareSection(AftercareDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 270;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "aftercare.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.FOOTPRINTS;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public String path() {
        return AftercareRoutes.SECTION;
    }

    @Override
    public Component create(Grant grant) {
        return new AftercarePage(desk, grant);
    }
}
