package org.relais.relatives.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.relatives.RelativesDetail;
import org.relais.relatives.RelativesRoutes;
import org.relais.uikit.Glyph;

/** The people close to the person, on the record page: what was said, written and offered. */
@org.springframework.stereotype.Component
class RelativesSection implements RecordSection {

    private final RelativesDesk desk;

    RelativesSection(RelativesDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "relatives.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.USERS_ROUND;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String path() {
        return RelativesRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(RelativesDetail.CONTACT);
    }

    @Override
    public Component create(Grant grant) {
        return new RelativesPage(desk, grant);
    }
}
