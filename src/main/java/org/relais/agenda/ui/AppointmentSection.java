package org.relais.agenda.ui;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.agenda.AgendaRoutes;
import org.relais.record.page.RecordSection;
import org.relais.uikit.Glyph;

/** The person's appointments on the record page. */
@org.springframework.stereotype.Component
class AppointmentSection implements RecordSection {

    private final AgendaDesk desk;

    AppointmentSection(AgendaDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "agenda.section";
    }

    @Override
    public Glyph glyph() {
        return Glyph.CALENDAR_DAYS;
    }

    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public String path() {
        return AgendaRoutes.SECTION;
    }

    @Override
    public Component create(Grant grant) {
        return new PersonAppointmentList(desk, grant);
    }
}
