package org.relais.escalation.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.escalation.EscalationEntries;
import org.relais.escalation.EscalationRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** A person's alarms on the record page, open and past, and the events that raise some. */
@org.springframework.stereotype.Component
class AlarmSection implements RecordSection {

    private final AlarmDesk desk;
    private final AlarmWords words;

    AlarmSection(AlarmDesk desk, AlarmWords words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "escalation.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.SIREN;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return EscalationRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(EscalationEntries.ALARM, EscalationEntries.EVENT);
    }

    @Override
    public Component create(Grant grant) {
        return new AlarmHistory(desk, words, grant);
    }
}
