package org.relais.record.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;

import org.relais.record.TimelineCounts;
import org.relais.record.page.RecordSection;
import org.relais.shared.PersonId;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;

/** The sections of the record that the reader's role opens. */
final class SectionNav extends Nav {

    private final PersonId person;

    SectionNav(PersonId person, List<RecordSection> sections, TimelineCounts counts, @Nullable RecordSection current) {
        this.person = person;
        addClassName("relais-record-sections");
        setAriaLabel(getTranslation("record.sections"));
        add(createLink("", getTranslation("record.timeline"), Glyph.LIST_TREE, counts.total(), 1, current == null));
        var group = "";
        var number = 2;
        for (var section : sections) {
            if (!section.group().equals(group)) {
                group = section.group();
                add(createHead(group));
            }
            var entries = section.countedTypes().stream()
                    .mapToInt(type -> counts.types().getOrDefault(type, 0))
                    .sum();
            add(createLink(
                    section.path(),
                    getTranslation(section.titleKey()),
                    section.glyph(),
                    entries,
                    number++,
                    section == current));
        }
        var hint = new Div(new KeyHint("G"), new Span(getTranslation("record.sections.then")), new KeyHint("1–9"));
        hint.addClassNames("relais-meta", "relais-small-text", "relais-sections-hint");
        add(hint);
    }

    private H2 createHead(String group) {
        var head = new H2(getTranslation(group));
        head.addClassName("relais-section-group");
        return head;
    }

    private RouterLink createLink(String path, String title, Glyph glyph, int entries, int number, boolean current) {
        var link = new RouterLink();
        link.setRoute(RecordView.class, parameters(path));
        link.add(glyph.create());
        link.getElement().appendChild(Element.createText(title));
        if (entries > 0) {
            var count = new Span(String.valueOf(entries));
            count.addClassNames("relais-meta", "relais-numeric");
            link.add(count);
        }
        link.setHighlightCondition((shown, event) -> false);
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        if (number <= 9) {
            RecordKeys.bind(link, "G " + number);
        }
        return link;
    }

    private RouteParameters parameters(String path) {
        return path.isEmpty()
                ? new RouteParameters("personId", person.toString())
                : new RouteParameters(java.util.Map.of("personId", person.toString(), "section", path));
    }
}
