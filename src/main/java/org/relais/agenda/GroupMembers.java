package org.relais.agenda;

import java.util.List;

import org.relais.shared.PersonId;

/**
 * Who is a member of a group.
 *
 * @param count how many there are
 * @param people only for those who lead the group; empty for everybody else (domain reference E.2)
 */
public record GroupMembers(int count, List<PersonId> people) {
    public GroupMembers {
        people = List.copyOf(people);
    }
}
