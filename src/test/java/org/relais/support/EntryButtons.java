package org.relais.support;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.json.JsonMapper;

/** The buttons of the entries of a timeline, which the browser makes: pressed here as it tells of it. */
public final class EntryButtons {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryButtons() {}

    /** What the buttons of all entries say. */
    public static List<String> labels(Component within) {
        return bars(within.getElement()).flatMap(bar -> labels(bar).stream()).toList();
    }

    /** Presses the first button that says this. */
    public static void press(Component within, String label) {
        var bar = bars(within.getElement())
                .filter(one -> labels(one).contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label));
        press(bar, labels(bar).indexOf(label));
    }

    /** Says that the button at a place of the first entry was pressed, whether or not there is one. */
    public static void pressPlace(Component within, int place) {
        press(bars(within.getElement()).findFirst().orElseThrow(), place);
    }

    private static void press(Element bar, int place) {
        bar.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(bar, "relais-act", JSON.createObjectNode().put("event.detail", place)));
    }

    private static List<String> labels(Element bar) {
        return List.of(JSON.readValue(bar.getAttribute("labels"), String[].class));
    }

    private static Stream<Element> bars(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(
                        element.getTag().equals("relais-entry-actions") ? Stream.of(element) : Stream.empty(),
                        IntStream.range(0, element.getChildCount())
                                .mapToObj(element::getChild)
                                .flatMap(EntryButtons::bars));
    }
}
