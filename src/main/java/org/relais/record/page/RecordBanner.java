package org.relais.record.page;

import com.vaadin.flow.component.Component;

/** What a room says above everything else on an open record, such as what somebody must answer now. */
public interface RecordBanner {

    /**
     * Builds it, for every reader of the record; it stays empty where there is nothing to say, and keeps itself up to
     * date while it is attached. No SQL where there is nothing to say.
     */
    Component create(RecordContext context);
}
