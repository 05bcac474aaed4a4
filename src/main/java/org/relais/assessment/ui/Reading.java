package org.relais.assessment.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Definitions;
import org.relais.assessment.SubScore;
import org.relais.centre.Centres;
import org.relais.shared.Severity;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;

/** What a table of results needs to put its rows into words. */
record Reading(Words words, Definitions definitions, Centres centres, StaffDirectory staff, Clock clock) {

    Formats formats(AssessmentRow row) {
        return new Formats(
                UI.getCurrentOrThrow().getLocale(),
                centres.centre(row.centre()).serviceDay().zone());
    }

    /** The scored forms that make one course with the newest of them, oldest first. */
    List<AssessmentRow> course(List<AssessmentRow> newestFirst) {
        var scored = newestFirst.stream()
                .filter(row ->
                        row.counts() && row.findings() != null && row.findings().total() != null)
                .toList();
        if (scored.isEmpty()) {
            return List.of();
        }
        var series = series(scored.getFirst());
        return scored.stream()
                .filter(row -> series.equals(series(row)))
                .toList()
                .reversed();
    }

    /** What the sub-scores that are told against the first form were in it; empty while there is only one. */
    Map<String, Integer> start(List<AssessmentRow> newestFirst) {
        var scored = newestFirst.stream()
                .filter(row ->
                        row.counts() && row.findings() != null && row.findings().status() == AssessmentStatus.SCORED)
                .toList();
        var first = scored.isEmpty() ? null : scored.getLast().findings();
        var rule = scored.isEmpty()
                ? null
                : definitions.newest(scored.getLast().instrument()).orElse(null);
        if (first == null || rule == null || scored.size() < 2 || rule.seriesBy() != null) {
            return Map.of();
        }
        var start = new HashMap<String, Integer>();
        first.parts().stream()
                .filter(part -> rule.part(part.part()).map(SubScore::compared).orElse(false))
                .forEach(part -> start.put(part.part(), part.total()));
        return start;
    }

    @Nullable
    String profile(AssessmentRow row) {
        return row.findings() == null ? null : row.findings().profile();
    }

    static int total(AssessmentRow row) {
        var findings = row.findings();
        return findings == null || findings.total() == null ? 0 : findings.total();
    }

    static Severity severity(AssessmentRow row) {
        var findings = row.findings();
        return findings == null || findings.severity() == null ? Severity.NEUTRAL : findings.severity();
    }

    private String series(AssessmentRow row) {
        var findings = row.findings();
        return definitions
                .instrument(row.instrument(), row.version())
                .map(rule -> rule.seriesBy())
                .map(item ->
                        findings == null ? "" : String.valueOf(findings.values().get(item)))
                .orElse("");
    }
}
