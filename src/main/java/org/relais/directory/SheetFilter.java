package org.relais.directory;

import org.jspecify.annotations.Nullable;

import org.relais.staff.Role;

/**
 * Which sheets are wanted; what is null leaves nothing out.
 *
 * @param role those for this role and those for everybody
 * @param withdrawnToo also those that should no longer be handed out
 */
public record SheetFilter(@Nullable Role role, @Nullable String language, boolean withdrawnToo) {

    /** All that are in use. */
    public static final SheetFilter ALL = new SheetFilter(null, null, false);
}
