package org.relais.ultrarapid.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.uikit.Formats;
import org.relais.ultrarapid.UltraRapidChecklist;
import org.relais.ultrarapid.UltraRapidDetox;
import org.relais.ultrarapid.UltraRapidPermissions;

/** What the screens of this room work with. */
@Component
record UltraRapidDesk(
        UltraRapidPermissions permissions,
        UltraRapidDetox detox,
        RuleInForce<UltraRapidChecklist> rule,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }

    Formats formats(CentreId centre, Locale locale) {
        return new Formats(locale, centres.centre(centre).serviceDay().zone());
    }

    Instant now() {
        return clock.instant();
    }
}
