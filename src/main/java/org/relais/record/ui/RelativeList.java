package org.relais.record.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.uikit.Initials;

/** The people close to the person, and what each may be told today. */
final class RelativeList extends Section {

    RelativeList(List<Relative> relatives, PageWords words) {
        addClassName("relais-relative-list");
        add(new H2(getTranslation("record.relatives")));
        if (relatives.isEmpty()) {
            var nothing = new Paragraph(getTranslation("record.relatives.none"));
            nothing.addClassName("relais-meta");
            add(nothing);
            return;
        }
        var list = new UnorderedList();
        relatives.stream().map(relative -> createRow(relative, words)).forEach(list::add);
        add(list);
    }

    private ListItem createRow(Relative relative, PageWords words) {
        var told = Arrays.stream(TellingTopic.values())
                .filter(topic -> relative.mayBeTold().allows(topic, words.today()))
                .map(topic -> getTranslation(topic.key()))
                .collect(Collectors.joining(", "));
        var name = new Span(
                relative.name() + " · " + getTranslation(relative.relation().key()));
        var text = new Span(
                told.isEmpty() ? getTranslation("record.told.nothing") : getTranslation("record.told.may", told));
        text.addClassNames("relais-meta", "relais-small-text");
        var both = new Div(name, text);
        both.addClassName("relais-grow");
        return new ListItem(new Initials(relative.name()), both);
    }
}
