package org.relais.history.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.history.History;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** The history on the record page: problems, medication, encounters and observations as they were given. */
@org.springframework.stereotype.Component
class HistorySection implements RecordSection {

    private final History history;
    private final AccessService access;
    private final Centres centres;

    HistorySection(History history, AccessService access, Centres centres) {
        this.history = history;
        this.access = access;
        this.centres = centres;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "history.section.title";
    }

    @Override
    public Glyph glyph() {
        return Glyph.HISTORY;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return "history";
    }

    @Override
    public Component create(Grant grant) {
        return new HistoryPanel(history, access, centres, grant);
    }
}
