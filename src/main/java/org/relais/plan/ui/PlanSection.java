package org.relais.plan.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.PlanRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** The care plan on the record page, before everything else: what the person says, and what all professions do for it. */
@org.springframework.stereotype.Component
class PlanSection implements RecordSection {

    private final PlanDesk desk;

    PlanSection(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "plan.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.TARGET;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public String path() {
        return PlanRoutes.SECTION;
    }

    @Override
    public Component create(Grant grant) {
        return new PlanPage(desk, grant);
    }
}
