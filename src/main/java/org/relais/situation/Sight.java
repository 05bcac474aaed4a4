package org.relais.situation;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/** How much of what stands in the section a grant shows. */
final class Sight {

    private Sight() {}

    static boolean full(Grant grant, CentreId centre, @Nullable UnitId unit, StaffId author) {
        return grant.entryLevel(
                        Section.SOCIAL,
                        centre,
                        unit,
                        author.equals(grant.actor().id()))
                == EntryLevel.FULL;
    }
}
