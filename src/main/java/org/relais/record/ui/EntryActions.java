package org.relais.record.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import tools.jackson.databind.json.JsonMapper;

import org.relais.record.page.EntryThread;

/**
 * What can be done from an entry, a button each. The browser makes the buttons: a record shows dozens of them, and a
 * session would keep a tenth of itself for what stands in them and where in them the pointer was.
 */
@Tag("relais-entry-actions")
@JsModule("context://scripts/relais-entry-actions.js")
final class EntryActions extends Component {

    private static final String PLACE = "event.detail";

    private final transient List<EntryThread.Act> acts;

    EntryActions(List<EntryThread.Act> acts) {
        this.acts = List.copyOf(acts);
        var labels = acts.stream().map(EntryThread.Act::text).toList();
        getElement().setAttribute("labels", JsonMapper.shared().writeValueAsString(labels));
        getElement().getClassList().add("relais-entry-actions");
        getElement().addEventListener("relais-act", this::act).addEventData(PLACE);
    }

    // The place comes from outside: what is not among them does nothing
    private void act(DomEvent event) {
        var place = event.getEventData().path(PLACE).asInt(-1);
        if (place >= 0 && place < acts.size()) {
            acts.get(place).run().run();
        }
    }
}
