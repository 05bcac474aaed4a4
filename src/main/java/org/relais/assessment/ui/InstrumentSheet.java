package org.relais.assessment.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.Div;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Instrument;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/** The items of one instrument, to be rated one after the other. */
class InstrumentSheet extends Div {

    private final Map<String, ScaleField> fields = new LinkedHashMap<>();

    InstrumentSheet(Instrument instrument, Runnable rated) {
        addClassName("relais-scale-rows");
        instrument.items().forEach(item -> {
            var field = new ScaleField(item, fields.size() + 1);
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    field.setInvalid(false);
                    rated.run();
                }
            });
            fields.put(item.code(), field);
            add(field);
        });
    }

    /** The rated items. */
    Map<String, Integer> values() {
        var values = new LinkedHashMap<String, Integer>();
        fields.forEach((code, field) -> field.rating().ifPresent(rating -> values.put(code, rating)));
        return values;
    }

    void restore(Map<String, String> ratings) {
        fields.forEach((code, field) -> field.restore(ratings.getOrDefault(code, "")));
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
                            : Stream.of(new ScaleField.Earlier(formats.time(row.occurredAt()), String.valueOf(rating)));
                })
                .toList()));
    }
}
