package org.relais.uikit;

import java.time.Duration;
import java.time.Instant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * How long until something is due, or since when it is late. It ticks in the browser by the server's clock, without a
 * round trip: neutral, a warning within 15 minutes and while the grace lasts ("due since"), critical and late after it.
 */
@Tag("relais-due")
@JsModule("context://scripts/relais-due.js")
public class DueLabel extends Component implements HasStyle {

    /** @param grace how long after {@code due} it still counts as on time */
    public DueLabel(Instant due, Duration grace) {
        var element = getElement();
        element.setAttribute("due", due.toString());
        element.setAttribute("grace", String.valueOf(grace.toSeconds()));
        element.setAttribute("text-in", getTranslation("uikit.due.in.template"));
        element.setAttribute("text-now", getTranslation("uikit.due.now"));
        element.setAttribute("text-days", getTranslation("uikit.due.days.template"));
        element.setAttribute("text-since", getTranslation("uikit.due.since.template"));
        element.setAttribute("text-late", getTranslation("uikit.due.late.template"));
    }

    /** Moves the due time, for instance when a new value shortens the interval. */
    public void setDue(Instant due) {
        getElement().setAttribute("due", due.toString());
    }
}
