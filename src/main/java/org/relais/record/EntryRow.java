package org.relais.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.StaffId;

/**
 * One entry of the timeline, already cut to what the grant shows. What may not be read is null or empty; an entry at
 * {@link EntryLevel#HIDDEN} never becomes a row.
 *
 * @param level how much of it is here
 * @param elsewhere whether it comes from a centre in which the reader does not take part
 * @param section null at the level of existence
 * @param type {@code <room>.<type>}; null at the level of existence
 * @param title null at the level of existence
 * @param text null below the full level
 * @param detail empty below the full level
 * @param author null when imported
 * @param own whether the reader wrote it
 * @param source the room's own row; null below the full level
 * @param importedFrom the system it came from; null at the level of existence or when written here
 * @param amendments the later rows that point at it, oldest first, each cut for itself
 */
public record EntryRow(
        EntryId id,
        EntryLevel level,
        boolean elsewhere,
        Instant occurredAt,
        Instant recordedAt,
        Discipline discipline,
        @Nullable Section section,
        @Nullable String type,
        @Nullable String title,
        @Nullable String text,
        Map<String, String> detail,
        CentreId centre,
        @Nullable StaffId author,
        boolean own,
        @Nullable UUID source,
        Visibility visibility,
        @Nullable String importedFrom,
        List<AmendmentRow> amendments) {

    public EntryRow {
        detail = Map.copyOf(detail);
        amendments = List.copyOf(amendments);
    }

    /** Whether the text may be read. */
    public boolean readable() {
        return level == EntryLevel.FULL;
    }

    /** Whether only its existence shows. */
    public boolean locked() {
        return level == EntryLevel.EXISTENCE;
    }

    /** Whether its author took it back as entered in error. */
    public boolean enteredInError() {
        return amendments.stream().anyMatch(row -> row.amendment() == Amendment.ENTERED_IN_ERROR);
    }

    /** The place in the timeline, to read on from. */
    public Cursor cursor() {
        return new Cursor(occurredAt, id);
    }

    /**
     * A later row that points at the entry.
     *
     * @param text the addendum or the reason; null below the full level
     */
    public record AmendmentRow(
            EntryId id,
            Amendment amendment,
            EntryLevel level,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable StaffId author,
            @Nullable String text) {}
}
