package org.relais.medication.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Span;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentRow;
import org.relais.medication.Administration;
import org.relais.medication.BandDose;
import org.relais.medication.MedicationOrder;
import org.relais.medication.MedicationSheet;
import org.relais.medication.Regimen;
import org.relais.medication.ui.DoseChart.Point;
import org.relais.medication.ui.DoseChart.Tick;
import org.relais.uikit.Panel;

/** The scores of the last two days with the doses that an order by symptoms asked for, as a picture and as a table. */
final class DoseCourse extends Panel {

    private static final int HOURS = 48;
    private static final int STEP = 12;
    private static final int MOST_RESULTS = 100;

    private final transient MedicationWords words;

    /** @param order one by symptoms */
    DoseCourse(MedicationDesk desk, MedicationWords words, Grant grant, MedicationOrder order, MedicationSheet sheet) {
        super(words.say("medication.course"));
        this.words = words;
        var triggered = (Regimen.SymptomTriggered) order.regimen();
        var scale = triggered.scale();
        var now = desk.now();
        var from = now.minus(Duration.ofHours(HOURS));
        var scores = desk.assessments().results(grant, scale, null, MOST_RESULTS).rows().stream()
                .filter(AssessmentRow::counts)
                .filter(row -> !row.occurredAt().isBefore(from))
                .filter(row -> row.findings() != null && row.findings().total() != null)
                .sorted(Comparator.comparing(AssessmentRow::occurredAt))
                .toList();
        var doses = sheet.administrations().stream()
                .filter(Administration::given)
                .filter(row -> row.drug().name().equals(order.drug().name()))
                .filter(row -> !row.observedAt().isBefore(from))
                .sorted(Comparator.comparing(Administration::observedAt))
                .toList();
        var legend = new Span(words.say(
                "medication.course.legend",
                words.scale(scale),
                order.drug().name(),
                order.drug().unit()));
        legend.addClassNames("relais-meta", "relais-small-text");
        var ticks = new ArrayList<Tick>();
        for (int hours = HOURS; hours >= 0; hours -= STEP) {
            var at = now.minus(Duration.ofHours(hours));
            ticks.add(new Tick(at, words.formats(order.centre()).time(at)));
        }
        addContent(
                legend,
                new DoseChart(
                        scores.stream()
                                .map(row -> new Point(row.occurredAt(), total(row)))
                                .toList(),
                        doses.stream()
                                .map(row -> new Point(row.observedAt(), String.valueOf(row.dose())))
                                .toList(),
                        triggered.bands().stream().map(BandDose::from).toList(),
                        ticks,
                        from,
                        now,
                        words.say("medication.course.label", words.scale(scale), scores.size(), doses.size())),
                new Details(words.say("medication.course.table"), table(scores, doses, order)));
    }

    private Component table(List<AssessmentRow> scores, List<Administration> doses, MedicationOrder order) {
        var table = MedicationPage.table(words, "when", "score", "dose");
        record Line(Instant at, String score, String dose) {}
        var lines = new ArrayList<Line>();
        scores.forEach(row -> lines.add(new Line(row.occurredAt(), total(row), "")));
        doses.forEach(row -> lines.add(new Line(
                row.observedAt(),
                "",
                row.dose() == null ? "" : words.amount(row.dose(), row.drug().unit()))));
        lines.sort(Comparator.comparing(Line::at).reversed());
        lines.forEach(line -> {
            var row = table.getBody().addRow();
            row.addDataCell().setText(words.dateTime(line.at(), order.centre()));
            row.addDataCell().setText(line.score());
            row.addDataCell().setText(line.dose());
        });
        return table;
    }

    private static String total(AssessmentRow row) {
        var findings = row.findings();
        return findings == null ? "" : String.valueOf(findings.total());
    }
}
