package org.relais.ultrarapid.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;
import org.relais.ultrarapid.UltraRapidRoutes;

/** A person's checklist on the record page, where a centre of the grant holds a permission. */
@org.springframework.stereotype.Component
class UltraRapidSection implements RecordSection {

    private final UltraRapidDesk desk;

    UltraRapidSection(UltraRapidDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "ultrarapid.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.SHIELD_ALERT;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return UltraRapidRoutes.SECTION;
    }

    @Override
    public boolean offered(Grant record) {
        return desk.permissions().enabled()
                && record.centres().stream()
                        .anyMatch(centre -> desk.permissions().holds(centre));
    }

    @Override
    public Component create(Grant grant) {
        return new ChecklistPanel(desk, grant);
    }
}
