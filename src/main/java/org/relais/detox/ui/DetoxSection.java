package org.relais.detox.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.detox.DetoxEntries;
import org.relais.detox.DetoxRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** A person's withdrawals on the record page. */
@org.springframework.stereotype.Component
class DetoxSection implements RecordSection {

    private final DetoxDesk desk;

    DetoxSection(DetoxDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "detox.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.BED_DOUBLE;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return DetoxRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(DetoxEntries.EPISODE);
    }

    @Override
    public Component create(Grant grant) {
        return new DetoxPanel(desk, grant);
    }
}
