package org.relais.directory.ui;

import java.time.ZoneOffset;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.directory.PartnerDirectory;
import org.relais.directory.PartnerExport;
import org.relais.directory.PartnerImport;
import org.relais.directory.SheetLibrary;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record DirectoryDesk(
        PartnerDirectory partners,
        PartnerImport imports,
        PartnerExport exports,
        SheetLibrary library,
        CurrentStaff current,
        StaffDirectory staff) {

    private static final Set<Role> KEEPERS = Set.of(Role.SOCIAL_WORKER, Role.COORDINATOR);

    /** Whether who is signed in may change the directory and the library. */
    boolean keeps() {
        return current.find().filter(member -> KEEPERS.contains(member.role())).isPresent();
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }

    /** Dates without a centre: the directory belongs to all of them. */
    static Formats formats(java.util.Locale locale) {
        return new Formats(locale, ZoneOffset.UTC);
    }
}
