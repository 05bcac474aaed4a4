package org.relais.assessment.ui;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.Instrument;
import org.relais.centre.Centres;
import org.relais.record.page.RecordSection;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Glyph;

/** The course of the withdrawal scores of one person, and of every other instrument that was filled in. */
@org.springframework.stereotype.Component
class ScoresSection implements RecordSection {

    private final Assessments assessments;
    private final Definitions definitions;
    private final AccessService access;
    private final Reading reading;

    ScoresSection(
            Assessments assessments,
            Definitions definitions,
            AccessService access,
            Words words,
            Centres centres,
            StaffDirectory staff,
            Clock clock) {
        this.assessments = assessments;
        this.definitions = definitions;
        this.access = access;
        this.reading = new Reading(words, definitions, centres, staff, clock);
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String titleKey() {
        return "assessment.section.scores";
    }

    @Override
    public Glyph glyph() {
        return Glyph.ACTIVITY;
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public String path() {
        return "scores";
    }

    @Override
    public Set<String> countedTypes() {
        return EntryTypes.SCORES;
    }

    @Override
    public Component create(Grant grant) {
        var page = new Div();
        page.addClassName("relais-column");
        var holder = new Standing(access, grant);
        var detox = grant.centres().stream()
                .findFirst()
                .or(() -> grant.actor().centres().stream().findFirst())
                .map(definitions::detoxInstruments)
                .orElse(List.of());
        detox.forEach(instrument -> page.add(panel(instrument, holder)));
        assessments.instruments(holder.get()).stream()
                .flatMap(code -> definitions.newest(code).stream())
                .filter(instrument -> detox.stream()
                        .noneMatch(shown ->
                                shown.rule().code().equals(instrument.rule().code())))
                .sorted(Comparator.comparing(Instrument::group))
                .forEach(instrument -> page.add(panel(instrument, holder)));
        return page;
    }

    private Component panel(Instrument instrument, Standing holder) {
        return new CoursePanel(
                instrument
                        .name()
                        .in(com.vaadin.flow.component.UI.getCurrentOrThrow().getLocale()),
                instrument.rule().code(),
                assessments,
                reading,
                holder,
                () -> access.grant(holder.get().person(), Section.MEDICAL, Right.WRITE, Purpose.CARE));
    }
}
