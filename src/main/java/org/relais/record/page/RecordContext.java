package org.relais.record.page;

import org.relais.access.Grant;
import org.relais.shared.EntryId;

/** The open record page, for an action of an entry. */
public interface RecordContext {

    /** A grant for the record that still stands; asked for again and logged when the old one does not. */
    Grant record();

    /** Opens the section with this path. */
    void open(String sectionPath);

    /** Reads the entry again and draws it in its place. */
    void refresh(EntryId entry);
}
