package org.relais.assessment.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Assessments;
import org.relais.centre.Centres;
import org.relais.record.Amendment;
import org.relais.shared.Severity;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Sparkline;

/** The last results of one instrument as a table, newest first; older ones are read page by page. */
class CoursePanel extends Panel {

    private static final int PAGE = 20;
    private static final int TREND = 10;

    private final transient Assessments assessments;
    private final transient Reading reading;
    private final transient Supplier<Grant> grant;
    private final String instrument;
    private final NativeTable table = new NativeTable();
    private final BusyButton older;
    private @Nullable AssessmentRow last;

    /** @param grant a grant to read that still stands, asked for at each page */
    CoursePanel(String title, String instrument, Assessments assessments, Reading reading, Supplier<Grant> grant) {
        super(title);
        this.assessments = assessments;
        this.reading = reading;
        this.grant = grant;
        this.instrument = instrument;
        flush();
        table.addClassName("relais-results");
        older = new BusyButton(getTranslation("assessment.results.older"), this::readOn);
        older.addThemeName("tertiary");
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
        cell(line, new Span(reading.detail(row, getLocale())));
        cell(
                line,
                new Span(reading.staff().find(row.scorer()).map(StaffCard::name).orElse("")));
    }

    private static void cell(NativeTableRow line, Component content) {
        line.addDataCell().add(content);
    }

    private Component result(AssessmentRow row) {
        var findings = row.findings();
        if (findings == null) {
            return new Span(getTranslation("assessment.results.done"));
        }
        var result = new Div();
        result.addClassName("relais-row");
        var total = findings.total();
        var severity = findings.severity();
        if (total == null || severity == null) {
            result.add(new SeverityBadge(
                    Severity.NEUTRAL,
                    Glyph.CIRCLE_DASHED,
                    getTranslation(findings.status().key())));
        } else {
            var number = new Span(String.valueOf(total));
            number.addClassNames("relais-strong", "relais-numeric");
            result.add(
                    number,
                    new SeverityBadge(
                            severity,
                            reading.words()
                                    .band(
                                            row.instrument(),
                                            row.version(),
                                            findings.profile(),
                                            findings.band(),
                                            total,
                                            getLocale())
                                    .orElse("")));
        }
        reading.words()
                .rule(row.instrument(), row.version())
                .filter(rule -> !rule.approved())
                .ifPresent(rule -> result.add(new NotApprovedMark(rule)));
        if (row.takenBack()) {
            result.add(
                    new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation(Amendment.ENTERED_IN_ERROR.key())));
        } else if (row.superseded()) {
            result.add(new SeverityBadge(Severity.NEUTRAL, Glyph.BAN, getTranslation("assessment.results.corrected")));
        }
        return result;
    }

    private void addTrend(List<AssessmentRow> newestFirst) {
        var totals = new ArrayList<Integer>();
        Severity severity = null;
        for (var row : newestFirst) {
            var findings = row.findings();
            if (findings != null && findings.total() != null && row.counts() && totals.size() < TREND) {
                totals.addFirst(findings.total());
                severity = severity == null ? findings.severity() : severity;
            }
        }
        if (totals.size() < 2 || severity == null) {
            return;
        }
        var first = newestFirst.getFirst();
        var findings = first.findings();
        addToHeader(new Sparkline(
                totals,
                reading.words()
                        .nextThreshold(
                                instrument,
                                first.version(),
                                findings == null ? null : findings.profile(),
                                totals.getLast()),
                severity,
                getTranslation(
                        "assessment.totals",
                        totals.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
    }

    /** What a table needs to put rows into words. */
    record Reading(Words words, Centres centres, StaffDirectory staff) {

        Formats formats(AssessmentRow row) {
            return new Formats(
                    com.vaadin.flow.component.UI.getCurrentOrThrow().getLocale(),
                    centres.centre(row.centre()).serviceDay().zone());
        }

        String detail(AssessmentRow row, Locale locale) {
            var findings = row.findings();
            if (findings == null) {
                return "";
            }
            var signs = findings.signs();
            var comment = findings.comment() == null ? "" : findings.comment();
            if (signs == null) {
                return comment;
            }
            var measured = new java.util.EnumMap<org.relais.assessment.VitalSign, java.math.BigDecimal>(
                    org.relais.assessment.VitalSign.class);
            for (var sign : org.relais.assessment.VitalSign.values()) {
                var value = signs.measured(sign);
                if (value != null) {
                    measured.put(sign, value);
                }
            }
            var values = words.measured(
                    AssessmentDecoration.formatted(measured, findings.bloodEquivalent(), locale), locale);
            var why = findings.reason() == null ? "" : words.obstacle(findings.reason(), row.version(), locale);
            return Stream.of(values, why, comment)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }
}
