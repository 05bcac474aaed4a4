package org.relais.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.history.EncounterRow;
import org.relais.history.GivenCode;
import org.relais.history.HistoryRow;
import org.relais.history.ImportedObservation;
import org.relais.history.MedicationRow;
import org.relais.history.ObservationRow;
import org.relais.history.ProblemRow;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One fact: the words of the source, its code as given, what else the source says, and where it came from. */
final class HistoryItem extends Div {

    private final transient HistoryWords words;

    HistoryItem(HistoryRow row, HistoryWords words) {
        this.words = words;
        addClassName("relais-history-item");
        var when = new Span(words.when(row));
        when.addClassNames("relais-history-when", "relais-numeric");
        var body = new Div(createHead(row));
        body.addClassName("relais-grow");
        addFacts(body, row);
        body.add(createSource(row));
        add(when, body);
    }

    private Component createHead(HistoryRow row) {
        var name = new Span(words.name(row.code()));
        name.addClassName("relais-strong");
        var head = new Div(name);
        head.addClassName("relais-history-head");
        var code = createCode(row.code());
        if (code != null) {
            head.add(code);
        }
        var status = words.status(row);
        if (status != null) {
            head.add(new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, status));
        }
        return head;
    }

    // The display is the source's; the code is what can be checked, its system shown on hover and read aloud.
    private static @Nullable Component createCode(GivenCode given) {
        if (given.code() == null) {
            return null;
        }
        var code = new Span(given.code());
        code.addClassNames("relais-history-code", "relais-meta", "relais-numeric");
        if (given.system() != null) {
            code.setTitle(given.system());
            var system = new Span(" " + given.system());
            system.addClassName("relais-visually-hidden");
            return new Span(code, system);
        }
        return code;
    }

    private void addFacts(Div body, HistoryRow row) {
        switch (row) {
            case ProblemRow problem -> {
                addLine(body, problem.onsetText());
                addLine(body, words.labelled("history.severity", problem.severity()));
                addLine(body, words.labelled("history.verification", words.verification(problem.verification())));
                addLine(body, words.labelled("history.abated", words.time(problem.abated())));
                addLine(body, problem.remark());
            }
            case MedicationRow medication -> {
                addLine(body, words.kind(medication));
                addLine(body, words.labelled("history.dosage", medication.dosage()));
                addLine(body, words.labelled("history.reason", medication.reason()));
                addLine(body, words.labelled("history.requester", medication.requester()));
                addLine(body, medication.remark());
            }
            case EncounterRow encounter -> {
                addLine(body, words.kind(encounter));
                addLine(body, words.labelled("history.reason", encounter.reason()));
                addLine(body, encounter.place());
            }
            case ObservationRow observation -> {
                addLine(body, words.value(observation.value()));
                observation.parts().forEach(part -> addPart(body, part));
                addLine(body, observation.remark());
            }
        }
    }

    private void addPart(Div body, ImportedObservation.Part part) {
        var value = words.value(part.value());
        addLine(body, value == null ? words.name(part.code()) : words.pair(words.name(part.code()), value));
    }

    private Component createSource(HistoryRow row) {
        var source = new Span(Glyph.DOWNLOAD.create(), new Span(words.source(row.provenance())));
        source.addClassNames("relais-meta", "relais-history-source");
        return source;
    }

    private static void addLine(Div body, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var line = new Div(text);
            line.addClassName("relais-history-line");
            body.add(line);
        }
    }
}
