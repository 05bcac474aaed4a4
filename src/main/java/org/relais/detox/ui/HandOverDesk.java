package org.relais.detox.ui;

import java.time.Clock;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.centre.Centres;
import org.relais.detox.HandOvers;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the screens of the hand-over work with. */
@Component
record HandOverDesk(HandOvers handOvers, Centres centres, AccessService access, StaffDirectory staff, Clock clock) {

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }
}
