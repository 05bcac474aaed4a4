package org.relais.assessment.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Instrument;
import org.relais.assessment.Scoring;
import org.relais.shared.InvalidInput;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/** The items of one instrument, to be answered one after the other. What is not asked does not show. */
class InstrumentSheet extends Div {

    private final transient Instrument instrument;
    private final Map<String, ScaleField> fields = new LinkedHashMap<>();
    private final Map<Component, List<ScaleField>> headings = new LinkedHashMap<>();

    /** @param country the code of the country profile, for what is proposed there */
    InstrumentSheet(Instrument instrument, String country, Runnable rated) {
        this.instrument = instrument;
        addClassName("relais-scale-rows");
        var current = new ArrayList<ScaleField>();
        for (var item : instrument.items()) {
            if (item.section() != null) {
                var heading = new H3(item.section().in(getLocale()));
                heading.addClassName("relais-scale-heading");
                current = new ArrayList<>();
                headings.put(heading, current);
                add(heading);
            }
            var field = new ScaleField(item, fields.size() + 1);
            field.preset(country).ifPresent(field::restore);
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    field.check();
                    arrange();
                    rated.run();
                }
            });
            fields.put(item.code(), field);
            current.add(field);
            add(field);
        }
        arrange();
    }

    /** The answers to what is asked, as far as they are allowed. */
    Map<String, Integer> values() {
        var values = answers();
        values.keySet().removeAll(Scoring.of(instrument).asked(values).closed());
        return values;
    }

    /**
     * The answers to what is asked.
     *
     * @throws InvalidInput at the first item in which something was typed that it does not allow
     */
    Map<String, Integer> read() {
        var closed = notAsked();
        fields.forEach((code, field) -> {
            if (!closed.contains(code)) {
                field.read();
            }
        });
        return values();
    }

    /** The codes of the items that are not asked after the answers given. */
    Set<String> notAsked() {
        return Scoring.of(instrument).asked(answers()).closed();
    }

    /** Keeps everything as it was chosen or typed. */
    void draft(Map<String, String> content) {
        fields.forEach((code, field) -> {
            if (!field.getValue().isEmpty()) {
                content.put(code, field.getValue());
            }
        });
    }

    void restore(Map<String, String> ratings) {
        fields.forEach((code, field) -> field.restore(ratings.getOrDefault(code, "")));
        arrange();
    }

    ScaleField field(String code) {
        return Objects.requireNonNull(fields.get(code), code);
    }

    Stream<ScaleField> fields() {
        return fields.values().stream();
    }

    void register(FieldErrors errors) {
        fields.forEach(errors::register);
    }

    /** Shows the last results beside each item; they are never copied into it. */
    void showEarlier(List<AssessmentRow> newestFirst, Formats formats) {
        fields.forEach((code, field) -> field.showEarlier(newestFirst.reversed().stream()
                .flatMap(row -> {
                    var findings = row.findings();
                    var rating = findings == null ? null : findings.values().get(code);
                    return rating == null
                            ? Stream.empty()
                            : Stream.of(new ScaleField.Earlier(formats.time(row.occurredAt()), field.words(rating)));
                })
                .toList()));
    }

    private Map<String, Integer> answers() {
        var values = new LinkedHashMap<String, Integer>();
        fields.forEach((code, field) -> field.rating().ifPresent(rating -> values.put(code, rating)));
        return values;
    }

    private void arrange() {
        var asked = Scoring.of(instrument).asked(answers());
        int number = 1;
        for (var field : fields.values()) {
            var shown = !asked.closed().contains(field.code());
            field.setVisible(shown);
            field.setLeftOut(asked.leftOut().contains(field.code()));
            field.setNumber(number);
            number += shown ? 1 : 0;
        }
        headings.forEach((heading, below) -> heading.setVisible(below.stream().anyMatch(Component::isVisible)));
    }
}
