package org.relais.reintegration.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.StepDetail;
import org.relais.uikit.Glyph;

/** Social support on the record page: the person's steps by status. */
@org.springframework.stereotype.Component
class StepSection implements RecordSection {

    private final StepDesk desk;

    StepSection(StepDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "reintegration.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.HANDSHAKE;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String path() {
        return ReintegrationRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(StepDetail.TYPE);
    }

    @Override
    public Component create(Grant grant) {
        return new StepBoard(desk, grant);
    }
}
