package org.relais.record;

import java.util.Set;

import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.staff.Role;

/**
 * One kind of note.
 *
 * @param type its type in the timeline
 * @param section the row of the policy matrix that guards it
 * @param discipline under which it stands
 * @param authors the roles to whose work it belongs, in the order in which nothing else decides
 */
public record NoteKind(String type, Section section, Discipline discipline, Set<Role> authors) {

    public NoteKind {
        authors = Set.copyOf(authors);
    }

    /** The form of its draft. */
    public String form() {
        return type;
    }
}
