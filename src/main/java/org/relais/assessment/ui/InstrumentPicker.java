package org.relais.assessment.ui;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;

import org.relais.assessment.Instrument;

/** Finds one instrument of many by typing a part of its name or of what it is about; they stand by group. */
class InstrumentPicker extends ComboBox<Instrument> {

    InstrumentPicker(List<Instrument> instruments, Consumer<Instrument> chosen) {
        addClassName("relais-instrument-picker");
        setLabel(getTranslation("assessment.form.choose"));
        setItemLabelGenerator(instrument -> instrument.name().in(getLocale()));
        setRenderer(new ComponentRenderer<>(this::line));
        var sorted = instruments.stream()
                .sorted(Comparator.comparing(Instrument::group)
                        .thenComparing(instrument -> folded(instrument.name().in(getLocale()))))
                .toList();
        setItems(this::matches, sorted);
        // Enter takes the one that bears the name typed, otherwise the first that is still in the list
        addCustomValueSetListener(event -> sorted.stream()
                .filter(instrument -> isNamed(instrument, event.getDetail()))
                .findFirst()
                .or(() -> sorted.stream()
                        .filter(instrument -> matches(instrument, event.getDetail()))
                        .findFirst())
                .ifPresent(first -> {
                    setValue(first);
                    chosen.accept(first);
                }));
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                chosen.accept(event.getValue());
            }
        });
    }

    private Div line(Instrument instrument) {
        var group = new Span(getTranslation(instrument.group().key()));
        group.addClassName("relais-secondary");
        var line = new Div(new Span(instrument.name().in(getLocale())), group);
        line.addClassName("relais-instrument-choice");
        return line;
    }

    private boolean isNamed(Instrument instrument, String typed) {
        return folded(instrument.shortName(getLocale())).equals(folded(typed));
    }

    private boolean matches(Instrument instrument, String typed) {
        return folded(words(instrument)).contains(folded(typed));
    }

    private String words(Instrument instrument) {
        return instrument.name().in(getLocale()) + " "
                + getTranslation(instrument.group().key());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
