package org.relais.situation.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.situation.EntryTypes;
import org.relais.situation.SituationRoutes;
import org.relais.uikit.Glyph;

/** The social situation on the record page. */
@org.springframework.stereotype.Component
class SituationSection implements RecordSection {

    private final SocialDesk desk;

    SituationSection(SocialDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 205;
    }

    @Override
    public String group() {
        return "record.group.support";
    }

    @Override
    public String titleKey() {
        return "situation.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.CLIPBOARD_LIST;
    }

    @Override
    public Section section() {
        return Section.SOCIAL;
    }

    @Override
    public String path() {
        return SituationRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(EntryTypes.NEEDS);
    }

    @Override
    public Component create(Grant grant) {
        return new SituationPage(desk, grant);
    }
}
