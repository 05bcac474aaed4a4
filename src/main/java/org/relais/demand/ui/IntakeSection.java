package org.relais.demand.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.demand.DemandRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** What is asked at the beginning of a treatment, on the record page. */
@org.springframework.stereotype.Component
class IntakeSection implements RecordSection {

    private final DemandDesk desk;

    IntakeSection(DemandDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 280;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "demand.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.LIST_CHECKS;
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATIVE;
    }

    @Override
    public String path() {
        return DemandRoutes.SECTION;
    }

    @Override
    public Component create(Grant grant) {
        return new IntakePage(desk, grant.person());
    }
}
