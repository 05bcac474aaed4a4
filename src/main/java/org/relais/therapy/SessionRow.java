package org.relais.therapy;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.record.EntryRow;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.SessionId;

/**
 * One session, cut to what the grant shows: at the level of existence its time, author and centre, at the level of a
 * summary the title too, and only then the rest.
 *
 * @param entry title, progress note, author, centre and amendments, as the timeline shows them
 * @param facts null below the full level
 * @param processNote whether there is one
 * @param ownProcessNote the reader's own one; null when there is none or another wrote it
 */
public record SessionRow(
        SessionId id,
        Instant start,
        EntryRow entry,
        @Nullable Facts facts,
        boolean processNote,
        @Nullable ProcessNoteId ownProcessNote) {

    public SessionCursor cursor() {
        return new SessionCursor(start, id);
    }

    /**
     * How the session went.
     *
     * @param approach null when it was not held and none was planned
     * @param minutes null when it was not held and none were planned
     */
    public record Facts(
            Attendance attendance,
            Mode mode,
            @Nullable Approach approach,
            @Nullable Integer minutes,
            @Nullable LocalDate nextOn) {}
}
