package org.relais.history.ui;

import java.time.Clock;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.centre.Centres;
import org.relais.history.SubstanceLists;
import org.relais.history.SubstanceProfiles;
import org.relais.staff.StaffDirectory;

/** What the screens of substance profiles work with. */
@Component
record SubstanceDesk(
        SubstanceProfiles profiles,
        SubstanceLists lists,
        Centres centres,
        AccessService access,
        StaffDirectory staff,
        Clock clock) {}
