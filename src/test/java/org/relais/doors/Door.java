package org.relais.doors;

import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.relais.access.Authority;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.staff.Role;

/**
 * One public service method, what it needs, and how to call it with valid arguments.
 *
 * @param key class, method and parameter types, as reflection names them
 * @param section the section its pass must be for; null where only a role is asked
 * @param kind what kind of pass it takes
 * @param roles the roles that may, where no section decides
 * @param author the role of the one author at home who may, where nobody else may
 * @param call calls it with a pass and the prepared rows
 */
record Door(
        String key,
        @Nullable Section section,
        Kind kind,
        Set<Role> roles,
        @Nullable Role author,
        BiFunction<Authority, Fixture, @Nullable Object> call) {

    enum Kind {
        /** A grant to read. */
        READ(Right.READ),
        /** A grant to read, of a role that reads more than the summary. */
        FULL_READ(Right.READ),
        /** A grant to write. */
        WRITE(Right.WRITE),
        /** A grant to write, of one of the roles. */
        PERMITTED(Right.WRITE),
        /** A scope of one of the roles. */
        PERMITTED_LIST(Right.READ),
        /** A scope; the people of other centres never show in what it gives. */
        LIST(Right.READ),
        /** A scope of a role that reads the section in full. */
        FULL_LIST(Right.READ),
        /** A scope of a role that writes in the section. */
        WRITING_LIST(Right.WRITE),
        /** The scope of a background task: nobody's. */
        TASK(Right.WRITE),
        /** No pass: a role, and no person within reach. */
        ROLE(Right.READ);

        private final Right right;

        Kind(Right right) {
            this.right = right;
        }

        Right right() {
            return right;
        }

        boolean scoped() {
            return this == LIST || this == PERMITTED_LIST || this == FULL_LIST || this == WRITING_LIST || this == TASK;
        }
    }
}
