package org.relais.shell;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

import org.relais.staff.SessionEnd;

/** Watches whether somebody is there, warns before the screen locks, and locks it (PRI-13). */
@Tag("relais-idle")
@JsModule("context://scripts/relais-idle.js")
final class IdleLock extends Component {

    /**
     * A watch for one window.
     *
     * @param active called now and then while somebody is there
     * @param idle called once when nobody has been there for the limit
     */
    IdleLock(Duration limit, Duration warning, Duration reporting, Runnable active, Runnable idle) {
        var element = getElement();
        element.setAttribute("limit", seconds(limit));
        element.setAttribute("warning", seconds(warning));
        element.setAttribute("reporting", seconds(reporting));
        element.setAttribute("title-text", getTranslation("shell.idle"));
        element.setAttribute("countdown", getTranslation("shell.idle.countdown"));
        element.setAttribute("stay", getTranslation("shell.idle.stay"));
        element.setAttribute("continue-at", SignInPage.PATH + "?" + SignInPage.ENDED + "=" + SessionEnd.IDLE.word());
        element.addEventListener("relais-active", _ -> active.run());
        element.addEventListener("relais-idle", _ -> idle.run());
    }

    private static String seconds(Duration duration) {
        return Double.toString(duration.toMillis() / 1000.0);
    }
}
