package org.relais.directory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.SheetId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;

/**
 * A sheet of the library as it stands.
 *
 * @param role for whom; null: for everybody
 * @param language an ISO 639-1 code
 * @param withdrawnAt when it was marked as no longer to be used; null while it is
 * @param latest its latest text or file
 * @param version counts up with every change, to be given back with the next one
 */
public record Sheet(
        SheetId id,
        String title,
        @Nullable Role role,
        String language,
        @Nullable Instant withdrawnAt,
        Edition latest,
        int version) {

    /** Whether it should no longer be handed out. */
    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /**
     * One text or file of a sheet.
     *
     * @param number counts up from 1
     * @param title of that time
     * @param pdf whether it is a file; a text otherwise
     * @param size in bytes
     */
    public record Edition(int number, String title, boolean pdf, int size, Instant addedAt, StaffId addedBy) {}
}
