package org.relais.record.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import org.relais.record.Presence.Visitor;

/** Who else has the record open, and who is writing in it. */
final class PresenceLine extends Div {

    private final transient PageWords words;
    private final Span count = new Span();
    private final Span names = new Span();

    PresenceLine(PageWords words) {
        this.words = words;
        addClassName("relais-presence");
        getElement().setAttribute("role", "status");
        count.addClassName("relais-presence-count");
        names.addClassName("relais-meta");
        add(count, names);
    }

    void show(List<Visitor> others) {
        setVisible(!others.isEmpty());
        count.setText(getTranslation("record.presence", others.size()));
        names.setText(others.stream()
                .map(visitor -> visitor.writing()
                        ? getTranslation("record.presence.writing", words.name(visitor.staff()))
                        : words.name(visitor.staff()))
                .collect(Collectors.joining(" · ")));
    }
}
