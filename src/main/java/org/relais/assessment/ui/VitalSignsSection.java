package org.relais.assessment.ui;

import java.time.Clock;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.SaturationDecisions;
import org.relais.centre.Centres;
import org.relais.record.page.RecordSection;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Glyph;

/** The course of the vital signs of one person. */
@org.springframework.stereotype.Component
class VitalSignsSection implements RecordSection {

    private final Assessments assessments;
    private final SaturationDecisions saturation;
    private final AccessService access;
    private final Reading reading;

    VitalSignsSection(
            Assessments assessments,
            SaturationDecisions saturation,
            AccessService access,
            Words words,
            Definitions definitions,
            Centres centres,
            StaffDirectory staff,
            Clock clock) {
        this.assessments = assessments;
        this.saturation = saturation;
        this.access = access;
        this.reading = new Reading(words, definitions, centres, staff, clock);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "assessment.section.vital-signs";
    }

    @Override
    public Glyph glyph() {
        return Glyph.HEART_PULSE;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return "vital-signs";
    }

    @Override
    public Set<String> countedTypes() {
        return Set.of(EntryTypes.VITAL_SIGNS);
    }

    @Override
    public Component create(Grant grant) {
        var course = new CoursePanel(
                Words.translate(UI.getCurrentOrThrow().getLocale(), "assessment.section.vital-signs"),
                Definitions.EARLY_WARNING,
                assessments,
                reading,
                new Standing(access, grant),
                null);
        // A decision of the centre in which its physician works
        return grant.centres().stream()
                .findFirst()
                .<Component>map(centre -> new Div(new SaturationPanel(saturation, access, grant, centre), course))
                .orElse(course);
    }
}
