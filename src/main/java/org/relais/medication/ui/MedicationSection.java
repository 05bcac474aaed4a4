package org.relais.medication.ui;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.medication.EntryTypes;
import org.relais.medication.MedicationRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** Medication on the record page. */
@org.springframework.stereotype.Component
class MedicationSection implements RecordSection {

    private final MedicationDesk desk;

    MedicationSection(MedicationDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "medication.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.PILL;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return MedicationRoutes.SECTION;
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(EntryTypes.ORDER);
    }

    @Override
    public Component create(Grant grant) {
        return new MedicationPage(desk, grant);
    }
}
