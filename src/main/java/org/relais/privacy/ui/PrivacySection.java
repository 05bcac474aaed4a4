package org.relais.privacy.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** Access and confidentiality on the record page: who receives what, what is closed, and to whom. */
@org.springframework.stereotype.Component
class PrivacySection implements RecordSection {

    private final PrivacyDesk desk;

    PrivacySection(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public String group() {
        return "privacy.group";
    }

    @Override
    public String titleKey() {
        return "privacy.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.SHIELD_CHECK;
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATIVE;
    }

    @Override
    public String path() {
        return "privacy";
    }

    @Override
    public Component create(Grant grant) {
        return new PrivacyPage(desk, grant);
    }
}
