package org.relais.doors;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.staff.Role;

/**
 * One piece of what is known of a person, with a word that stands nowhere else: whoever finds the word was shown the
 * piece.
 *
 * @param mark lower case
 * @param section the row of the policy matrix that guards it
 * @param author the role of the member of staff at home who wrote it; null where nobody of the service did
 */
record Canary(
        String mark,
        String what,
        Section section,
        Kind kind,
        @Nullable Role author) {

    enum Kind {
        /** A name: in the lists of the centre, and on the head of the record. */
        NAME,
        /** Why somebody waits: in the waiting list of the centre, and in the record. */
        WAITING,
        /** On the head of the record, or in its details. */
        HEAD,
        /** The words of a warning. */
        ALERT,
        /** One line, readable at the level of a summary. */
        TITLE,
        /** Readable in full only. */
        TEXT,
        /** A task for anybody of the centre. */
        TASK,
        /** A task given to the colleague of that role who wrote nothing. */
        ASSIGNED,
        /** What a file says that waits to be taken over: to whoever reads the section in full, in its centre alone. */
        STAGED,
        /** Its author's alone. */
        OWN
    }
}
