package org.relais.record.ui;

import com.vaadin.flow.component.html.Section;

import org.relais.record.page.RecordContext;
import org.relais.record.page.RecordSide;

/** The place of one room in the right-hand column; empty until the page was shown. */
final class SidePlace extends Section {

    private final transient RecordSide side;

    SidePlace(RecordSide side) {
        this.side = side;
        addClassName("relais-side-place");
    }

    boolean followsFrom(String type) {
        return side.types().contains(type);
    }

    void read(RecordContext context) {
        var content = side.create(context);
        removeAll();
        add(content);
    }
}
