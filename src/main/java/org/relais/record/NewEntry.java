package org.relais.record;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.DraftId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One entry to append to the timeline.
 *
 * @param section the row of the policy matrix that guards it
 * @param type {@code <room>.<type>}; its word is at {@code <room>.entry.<type>} in the bundles
 * @param occurredAt when it was observed or happened, not when it was written; not in the future
 * @param centre where it was written
 * @param unit for what no member of staff writes, the unit that took it in; otherwise the unit in which its author takes
 *     part, whatever stands here
 * @param author who wrote it; null when it was imported
 * @param title one line by the author, up to 200 characters; readable at the level of a summary
 * @param text up to 20,000 characters
 * @param detail what the room's {@link org.relais.record.page.EntryDecoration} draws it with
 * @param source the room's own row; with the type it names the entry from outside
 * @param importedFrom the name of the system it came from; null when written here
 * @param amends the entry it corrects
 * @param draft the draft it was signed from; a draft is signed once
 */
public record NewEntry(
        PersonId person,
        Section section,
        Discipline discipline,
        String type,
        Instant occurredAt,
        CentreId centre,
        @Nullable UnitId unit,
        @Nullable StaffId author,
        @Nullable String title,
        @Nullable String text,
        Map<String, String> detail,
        Id source,
        Visibility visibility,
        @Nullable String importedFrom,
        @Nullable EntryId amends,
        @Nullable Amendment amendment,
        @Nullable DraftId draft) {

    public NewEntry {
        detail = Map.copyOf(detail);
    }

    /** A bare entry, visible to the team; give it the rest with the methods below. */
    public static NewEntry of(
            PersonId person,
            Section section,
            Discipline discipline,
            String type,
            Instant occurredAt,
            CentreId centre,
            Id source) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                null,
                null,
                null,
                null,
                Map.of(),
                source,
                Visibility.TEAM,
                null,
                null,
                null,
                null);
    }

    /** Taken in by the unit, with no member of staff to write it. */
    public NewEntry takenInBy(UnitId asked) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                asked,
                author,
                title,
                text,
                detail,
                source,
                visibility,
                importedFrom,
                amends,
                amendment,
                draft);
    }

    public NewEntry by(StaffId staff) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                staff,
                title,
                text,
                detail,
                source,
                visibility,
                importedFrom,
                amends,
                amendment,
                draft);
    }

    public NewEntry saying(@Nullable String line, @Nullable String words) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                line,
                words,
                detail,
                source,
                visibility,
                importedFrom,
                amends,
                amendment,
                draft);
    }

    public NewEntry with(Map<String, String> values) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                title,
                text,
                values,
                source,
                visibility,
                importedFrom,
                amends,
                amendment,
                draft);
    }

    public NewEntry visibleTo(Visibility readers) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                title,
                text,
                detail,
                source,
                readers,
                importedFrom,
                amends,
                amendment,
                draft);
    }

    public NewEntry importedFrom(String system) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                title,
                text,
                detail,
                source,
                visibility,
                system,
                amends,
                amendment,
                draft);
    }

    public NewEntry amending(EntryId earlier, Amendment how) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                title,
                text,
                detail,
                source,
                visibility,
                importedFrom,
                earlier,
                how,
                draft);
    }

    public NewEntry signedFrom(DraftId signed) {
        return new NewEntry(
                person,
                section,
                discipline,
                type,
                occurredAt,
                centre,
                unit,
                author,
                title,
                text,
                detail,
                source,
                visibility,
                importedFrom,
                amends,
                amendment,
                signed);
    }
}
