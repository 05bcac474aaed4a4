package org.relais.record.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.relais.record.TimelineCounts;
import org.relais.record.page.RecordSection;
import org.relais.shared.PersonId;
import org.relais.uikit.Glyph;
import org.relais.uikit.GlyphIcon;

/**
 * The sections of the record that the reader's role opens. The browser makes the links: in components they would be a
 * seventh of an open record, and each new entry, which changes a count, would draw all of them again.
 */
@Tag("relais-record-sections")
@JsModule("context://scripts/relais-record-sections.js")
@JsModule(GlyphIcon.SCRIPT)
final class SectionNav extends Component {

    private static final int KEYS = 9;

    private final PersonId person;
    private final transient RouteConfiguration routes = RouteConfiguration.forSessionScope();

    SectionNav(PersonId person) {
        this.person = person;
        getElement().getClassList().add("relais-record-sections");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", getTranslation("record.sections"));
        getElement().setAttribute("then", getTranslation("record.sections.then"));
    }

    /** Shows the sections with what they hold, and which of them is open; null for the timeline. */
    void show(List<RecordSection> sections, TimelineCounts counts, @Nullable RecordSection current) {
        var items = new ArrayList<Object>();
        items.add(link("", "record.timeline", Glyph.LIST_TREE, counts.total(), 1, current == null));
        var group = "";
        var number = 2;
        for (var section : sections) {
            if (!section.group().equals(group)) {
                group = section.group();
                items.add(new Head(getTranslation(group)));
            }
            var entries = section.countedTypes().stream()
                    .mapToInt(type -> counts.types().getOrDefault(type, 0))
                    .sum();
            items.add(link(section.path(), section.titleKey(), section.glyph(), entries, number++, section == current));
        }
        getElement().setAttribute("items", JsonMapper.shared().writeValueAsString(items));
    }

    private Link link(String path, String titleKey, Glyph glyph, int entries, int number, boolean current) {
        return new Link(
                getTranslation(titleKey),
                routes.getUrl(RecordView.class, parameters(path)),
                glyph.symbol(),
                entries,
                number <= KEYS ? "G " + number : null,
                current);
    }

    private RouteParameters parameters(String path) {
        return path.isEmpty()
                ? new RouteParameters("personId", person.toString())
                : new RouteParameters(Map.of("personId", person.toString(), "section", path));
    }

    /** The title of a group of sections. */
    record Head(String head) {}

    /** @param key the keys that open it; null for none */
    record Link(
            String title,
            String href,
            String symbol,
            int entries,
            @Nullable String key,
            boolean current) {}
}
