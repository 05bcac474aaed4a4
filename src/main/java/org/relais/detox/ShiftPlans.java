package org.relais.detox;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;

/** The shifts of each centre's wards: those of its country profile, where it has some of its own. */
@Component
public class ShiftPlans {

    private final Rules rules;
    private final Centres centres;
    private final Clock clock;

    ShiftPlans(Rules rules, Centres centres, Clock clock) {
        this.rules = rules;
        this.centres = centres;
        this.clock = clock;
    }

    /** The shifts in force at the centre today. */
    public WardShifts of(CentreId centre) {
        var found = centres.centre(centre);
        var today = found.serviceDay().of(clock.instant());
        var own = WardShifts.CODE + "_" + found.countryProfile().toUpperCase(Locale.ROOT);
        return rules.on(WardShifts.KIND, own, today)
                .or(() -> rules.on(WardShifts.KIND, WardShifts.CODE, today))
                .orElseThrow(() -> new IllegalStateException("No shifts are in force on " + today));
    }

    /** The clock by which they change. */
    public ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }
}
