package org.relais.record.page;

import java.util.Set;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;

/**
 * What a room shows in the right-hand column of the record. It is read after the record was shown, with a round trip of
 * its own: opening a record costs the same however many rooms there are (decision 0019).
 */
public interface RecordSide {

    /** Its place in the column, smallest first; what is due stands below. */
    int order();

    /** The types of entries after which it is read again. */
    Set<String> types();

    /** Whether this reader sees any of it; asks for no SQL. */
    boolean offered(Grant record);

    /** Reads and builds it, with at most four SQL. */
    Component create(RecordContext context);
}
