package org.relais.therapy.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.therapy.TherapySessions;
import org.relais.uikit.Glyph;

/** Psychological care on the record page: the sessions, latest first. */
@org.springframework.stereotype.Component
class TherapySection implements RecordSection {

    private final TherapyDesk desk;

    TherapySection(TherapyDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "therapy.section.title";
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
    public String path() {
        return "therapy";
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(TherapySessions.SESSION);
    }

    @Override
    public Component create(Grant grant) {
        return new SessionList(desk, grant);
    }
}
