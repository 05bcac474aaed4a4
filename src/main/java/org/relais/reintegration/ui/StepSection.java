package org.relais.reintegration.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.reintegration.ContactDetail;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.StepDetail;
import org.relais.reintegration.TrackDetail;
import org.relais.uikit.Glyph;

/** Reintegration on the record page: the person's board. */
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
        return Set.of(StepDetail.TYPE, ContactDetail.TYPE, TrackDetail.TYPE);
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Component create(Grant grant) {
        return new StepBoard(desk, grant);
    }
}
