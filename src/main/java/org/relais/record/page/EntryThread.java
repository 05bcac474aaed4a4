package org.relais.record.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.Component;

import org.relais.access.Grant;
import org.relais.record.EntryRow;
import org.relais.shared.EntryId;

/**
 * Ties the entries of a record to something that a room keeps, such as the goal of a plan that they served: signs beside
 * the entries, an act from each of them, and a choice while one is written. The record does not know what it is.
 */
public interface EntryThread {

    /**
     * The signs that stand beside these entries, in order. One SQL, however many entries; read after the page was shown.
     *
     * @param record a grant for the record
     */
    Map<EntryId, List<Component>> signs(Grant record, Collection<EntryId> entries);

    /** What can be done from an entry; empty for whoever may not. Asks for no SQL before it is done. */
    Optional<Act> act(EntryRow row, RecordContext context);

    /**
     * What its author may choose while an entry is written, in whichever form; empty for whoever may not, or where there
     * is nothing to choose. One SQL.
     *
     * @param record a grant for the record
     */
    Optional<Choice> choice(Grant record);

    /**
     * Something that can be done from an entry.
     *
     * @param text what its button says, already translated
     */
    record Act(String text, Runnable run) {}

    /** A choice beside an open form. */
    interface Choice {

        Component field();

        /** The form was signed: what was chosen is tied to the new entry. */
        void signed(Grant record, EntryId entry);
    }
}
