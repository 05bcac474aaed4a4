package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableRunnable;

/** Counts seconds down in the browser, standing still while the pointer or the focus rests on its surroundings. */
@Tag("relais-countdown")
@JsModule("context://scripts/relais-countdown.js")
class Countdown extends Component {

    Countdown(int seconds, boolean visibleSeconds, SerializableRunnable ended) {
        getElement().setAttribute("seconds", String.valueOf(seconds));
        getElement().setAttribute("counting", visibleSeconds);
        getElement().setAttribute("aria-hidden", "true");
        getElement().addEventListener("relais-ended", _ -> ended.run());
    }
}
