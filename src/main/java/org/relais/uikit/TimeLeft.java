package org.relais.uikit;

import java.time.Instant;
import java.util.Collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * Minutes and seconds until something closes by itself, counted in the browser by the server's clock. Screen readers are
 * told each minute and near the end only. When the time is over, the pages it covers are hidden by the browser itself,
 * with or without a connection, and the server is told.
 */
@Tag("relais-time-left")
@JsModule("context://scripts/relais-time-left.js")
public class TimeLeft extends Component implements HasStyle {

    /**
     * @param until by the server's clock
     * @param label what the time is left for, with {@code %s} for the time, as screen readers say it
     * @param over what stands there instead when the time is over and the server has not answered
     * @param ended asked when the browser counted to the end, and again while nothing changes
     */
    public TimeLeft(Instant until, String label, String over, SerializableConsumer<TimeLeft> ended) {
        getElement().setAttribute("until", until.toString());
        getElement().setAttribute("label", label);
        getElement().setAttribute("over", over);
        getElement().addEventListener("relais-ended", _ -> ended.accept(this));
    }

    /**
     * Names what is hidden at the end.
     *
     * @param paths of the pages of which nothing shows when the time is over, without leading slash
     */
    public TimeLeft covering(Collection<String> paths) {
        getElement().setAttribute("covers", String.join(" ", paths));
        return this;
    }

    /** The browser counted too fast: this is the time on the server. */
    public void correct(Instant now) {
        getElement().setAttribute("server-time", now.toString());
    }
}
