package org.relais.medication.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

import org.relais.medication.Regimen.TaperDay;

/** A taper as steps, one a day. Its numbers stand beside it in words. */
@Tag("relais-taper")
@JsModule("context://scripts/relais-taper.js")
final class TaperSteps extends Component implements HasStyle {

    /** @param today the number of the day it is, from 0; outside the taper for none */
    TaperSteps(List<TaperDay> days, int today, String label) {
        getElement()
                .setAttribute(
                        "values",
                        days.stream().map(day -> day.total().toPlainString()).collect(Collectors.joining(",")));
        getElement().setAttribute("today", String.valueOf(today));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }
}
