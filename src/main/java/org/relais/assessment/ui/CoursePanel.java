package org.relais.assessment.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Assessments;
import org.relais.record.Amendment;
import org.relais.shared.Severity;
import org.relais.staff.StaffCard;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.TrendChart;

/** The results of one instrument: their trend, and a table, newest first; older ones are read page by page. */
class CoursePanel extends Panel {

    private static final int PAGE = 20;

    private final transient Assessments assessments;
    private final transient Reading reading;
    private final transient Supplier<Grant> grant;
    private final transient @Nullable Supplier<Grant> write;
    private final Div print = new Div();
    private final String instrument;
    private NativeTable table = new NativeTable();
    private final BusyButton older;
    private transient Map<String, Integer> start = Map.of();
    private @Nullable AssessmentRow last;

    /**
     * @param grant a grant to read that still stands, asked for at each page
     * @param write the same to write, for corrections of one's own; null where none are made here
     */
    CoursePanel(
            String title,
            String instrument,
            Assessments assessments,
            Reading reading,
            Supplier<Grant> grant,
            @Nullable Supplier<Grant> write) {
        super(title);
        this.write = write;
        this.assessments = assessments;
        this.reading = reading;
        this.grant = grant;
        this.instrument = instrument;
        flush();
        addClassName("relais-course");
        older = new BusyButton(getTranslation("assessment.results.older"), this::readOn);
        older.addThemeName("tertiary");
        addToHeader(print);
        load();
    }

    private void load() {
        clearContent();
        print.removeAll();
        table = new NativeTable();
        table.addClassName("relais-results");
        var page = assessments.results(grant.get(), instrument, null, PAGE);
        var withheld = assessments.withheld(grant.get(), instrument);
        if (page.rows().isEmpty()) {
            addContent(empty(withheld));
            return;
        }
        if (withheld) {
            var more = new Paragraph(getTranslation("assessment.results.withheld"));
            more.addClassName("relais-secondary");
            addContent(more);
        }
        addTrend(page.rows());
        if (page.rows().stream().allMatch(row -> row.findings() == null)) {
            var summary = new Paragraph(getTranslation("assessment.results.summary"));
            summary.addClassName("relais-secondary");
            addContent(summary);
        } else {
            addPrint(page.rows().getFirst());
        }
        if (!page.more()) {
            start = reading.start(page.rows());
        }
        addHead();
        show(page.rows(), page.more());
        addContent(table, older);
    }

    private EmptyState empty(boolean withheld) {
        var key = withheld ? "assessment.results.withheld" : "assessment.results.empty";
        return new EmptyState(
                withheld ? Glyph.LOCK : Glyph.ACTIVITY, getTranslation(key), getTranslation(key + ".text"), null);
    }

    private void addPrint(AssessmentRow newest) {
        var button = new BusyButton(getTranslation("assessment.results.print"), () -> {
            assessments.printed(grant.get(), newest.id());
            // Only this course, with the head of the record above it
            getElement()
                    .executeJs("this.toggleAttribute('printed', true);"
                            + "document.documentElement.toggleAttribute('printing-course', true);"
                            + "window.print();"
                            + "document.documentElement.toggleAttribute('printing-course', false);"
                            + "this.toggleAttribute('printed', false);");
        });
        button.setIcon(Glyph.PRINTER.create());
        button.addThemeNames("tertiary", "small");
        print.add(button);
    }

    private void readOn() {
        var from = last;
        if (from != null) {
            var page = assessments.results(grant.get(), instrument, from.cursor(), PAGE);
            show(page.rows(), page.more());
        }
    }

    private void show(List<AssessmentRow> rows, boolean more) {
        rows.forEach(this::addRow);
        if (!rows.isEmpty()) {
            last = rows.getLast();
        }
        older.setVisible(more);
    }

    private void addHead() {
        var head = table.getHead().addRow();
        for (var column : List.of("when", "result", "detail", "scorer")) {
            var cell = head.addHeaderCell();
            cell.setText(getTranslation("assessment.results." + column));
            cell.getElement().setAttribute("scope", "col");
        }
    }

    private void addRow(AssessmentRow row) {
        var line = table.getBody().addRow();
        if (!row.counts()) {
            line.addClassName("relais-superseded");
        }
        cell(line, new Span(reading.formats(row).dateTime(row.occurredAt())));
        cell(line, result(row));
        var detail = new ResultDetail(row, reading, row.counts() ? start : Map.of());
        addCorrection(detail, row);
        cell(line, detail);
        cell(
                line,
                new Span(reading.staff().find(row.scorer()).map(StaffCard::name).orElse("")));
    }

    private static void cell(NativeTableRow line, Component content) {
        line.addDataCell().add(content);
    }

    private void addCorrection(ResultDetail detail, AssessmentRow row) {
        var granted = write;
        if (granted == null
                || !row.counts()
                || row.findings() == null
                || !row.scorer().equals(grant.get().actor().id())) {
            return;
        }
        reading.definitions().newest(instrument).ifPresent(rule -> {
            var correct = new Button(
                    getTranslation("assessment.correct.verb"),
                    event -> new CorrectDialog(row, rule, assessments, reading, granted, this::load).open());
            correct.addThemeNames("tertiary", "small");
            detail.add(correct);
        });
    }

    private Component result(AssessmentRow row) {
        var findings = row.findings();
        if (findings == null) {
            return new Span(getTranslation("assessment.results.done"));
        }
        var result = new Div();
        result.addClassName("relais-row");
        var total = findings.total();
        if (findings.status() == AssessmentStatus.SCORED) {
            if (total != null) {
                var number = new Span(String.valueOf(total));
                number.addClassNames("relais-strong", "relais-numeric");
                result.add(number);
            }
            var severity = findings.severity() == null ? Severity.NEUTRAL : findings.severity();
            result.add(band(row, findings)
                    .map(band -> new SeverityBadge(severity, band))
                    .orElseGet(() -> new SeverityBadge(severity, getTranslation("assessment.results.filled"))));
        } else {
            result.add(new SeverityBadge(
                    Severity.NEUTRAL,
                    Glyph.CIRCLE_DASHED,
                    getTranslation(findings.status().key())));
        }
        reading.words()
                .rule(row.instrument(), row.version())
                .filter(rule -> !rule.approved())
                .ifPresent(rule -> result.add(new NotApprovedMark(rule)));
        if (row.superseded()) {
            result.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation("assessment.results.corrected")));
        } else if (row.takenBack()) {
            result.add(
                    new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation(Amendment.ENTERED_IN_ERROR.key())));
        }
        return result;
    }

    private Optional<String> band(AssessmentRow row, AssessmentRow.Findings findings) {
        return reading.words()
                .band(
                        row.instrument(),
                        row.version(),
                        findings.profile(),
                        findings.band(),
                        findings.total(),
                        getLocale());
    }

    private void addTrend(List<AssessmentRow> newestFirst) {
        var rows = reading.course(newestFirst);
        if (rows.size() < 2) {
            return;
        }
        var newest = rows.getLast();
        var points = rows.stream()
                .map(row -> new TrendChart.Point(
                        row.occurredAt(),
                        Reading.total(row),
                        Reading.severity(row),
                        reading.formats(row).dateTime(row.occurredAt())))
                .toList();
        addContent(new TrendChart(
                points,
                reading.words().chart(instrument, newest.version(), reading.profile(newest), getLocale()),
                getTranslation(
                        "assessment.totals",
                        points.stream()
                                .map(point -> point.when() + " : " + point.value())
                                .collect(Collectors.joining(", ")))));
    }
}
