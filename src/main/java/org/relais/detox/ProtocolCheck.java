package org.relais.detox;

import java.util.HashSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.assessment.BandProfile;
import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.rules.Rules;

/**
 * Holds the protocols against the instruments, once at start: a protocol that names an instrument or a band that does not
 * exist stops the portal from starting.
 */
@Component
class ProtocolCheck {

    ProtocolCheck(Rules rules, Definitions definitions) {
        rules.all(DetoxProtocol.KIND).forEach(protocol -> check(protocol, definitions));
    }

    /** @throws IllegalStateException with what it names that does not exist */
    static void check(DetoxProtocol protocol, Definitions definitions) {
        protocol.observations().forEach(planned -> instrument(protocol, planned.instrument(), definitions));
        var plan = protocol.visits();
        if (plan != null) {
            check(protocol, plan.physician(), definitions);
            check(protocol, plan.emergency(), definitions);
        }
    }

    private static void check(DetoxProtocol protocol, VisitPlan.@Nullable Threshold asked, Definitions definitions) {
        if (asked == null) {
            return;
        }
        instrument(protocol, asked.instrument(), definitions);
        var bands = new HashSet<String>();
        definitions
                .newest(asked.instrument())
                .flatMap(Instrument::defaultProfile)
                .map(BandProfile::bands)
                .ifPresent(known -> known.forEach(band -> bands.add(band.code())));
        for (var band : asked.bands()) {
            if (!bands.contains(band)) {
                throw broken(protocol, "the band " + band + " of " + asked.instrument());
            }
        }
    }

    private static void instrument(DetoxProtocol protocol, String code, Definitions definitions) {
        if (!code.equals(Definitions.EARLY_WARNING) && definitions.newest(code).isEmpty()) {
            throw broken(protocol, "the instrument " + code);
        }
    }

    private static IllegalStateException broken(DetoxProtocol protocol, String what) {
        return new IllegalStateException("The protocol " + protocol.rule().code() + " version "
                + protocol.rule().version() + " names " + what + ", which does not exist");
    }
}
