package org.relais.directory;

import org.jspecify.annotations.Nullable;

import org.relais.shared.SheetId;
import org.relais.staff.Role;

/**
 * Adds a sheet to the library. The same id twice adds once.
 *
 * @param title up to 200 characters
 * @param role for whom; null: for everybody
 * @param language an ISO 639-1 code
 */
public record AddSheet(
        SheetId id,
        @Nullable String title,
        @Nullable Role role,
        @Nullable String language,
        @Nullable SheetContent content) {}
