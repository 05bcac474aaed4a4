package org.relais.record;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/** The entry that an addendum or a taking back points at. */
record Amended(
        EntryId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        Discipline discipline,
        String type,
        Visibility visibility,
        @Nullable StaffId author,
        boolean takenBack) {

    // What cannot be read cannot be added to either; it answers as if it were not there.
    boolean readableThrough(EntryReach reach, Section section) {
        return reach.level(section, centre, unit, discipline, visibility, author) == EntryLevel.FULL;
    }
}
