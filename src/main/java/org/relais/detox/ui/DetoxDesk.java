package org.relais.detox.ui;

import java.time.Clock;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.assessment.Definitions;
import org.relais.centre.Centres;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.OutpatientVisits;
import org.relais.detox.Protocols;
import org.relais.detox.WardBoard;
import org.relais.detox.WardNews;
import org.relais.history.SubstanceLists;
import org.relais.history.SubstanceProfiles;
import org.relais.staff.StaffDirectory;

/** What the screens of this room work with. */
@Component
record DetoxDesk(
        DetoxEpisodes detoxes,
        WardBoard board,
        OutpatientVisits visits,
        WardNews news,
        SubstanceProfiles profiles,
        SubstanceLists substanceLists,
        Protocols protocols,
        Definitions definitions,
        Centres centres,
        AccessService access,
        StaffDirectory staff,
        Clock clock) {}
