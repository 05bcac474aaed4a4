package org.relais.detox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.rules.Rules;
import org.relais.shared.StartRefused;

/** Refuses to start with a protocol that asks for an instrument, or for a band of one, that does not exist. */
@Component
class ProtocolInstruments implements SmartInitializingSingleton {

    private final Rules rules;
    private final Definitions definitions;

    ProtocolInstruments(Rules rules, Definitions definitions) {
        this.rules = rules;
        this.definitions = definitions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(rules.all(DetoxProtocol.KIND), definitions::newest);
    }

    /** @throws StartRefused naming the file and what is not there */
    static void check(List<DetoxProtocol> protocols, Function<String, Optional<Instrument>> instruments) {
        for (var protocol : protocols) {
            for (var planned : protocol.observations()) {
                if (!planned.instrument().equals(Definitions.EARLY_WARNING)) {
                    check(protocol, planned, instruments.apply(planned.instrument()));
                }
            }
        }
    }

    private static void check(DetoxProtocol protocol, PlannedObservation planned, Optional<Instrument> known) {
        var instrument = known.orElseThrow(() -> new StartRefused(
                file(protocol) + " demande l’instrument " + planned.instrument() + ", qui n’existe pas."));
        for (var interval : planned.byBand()) {
            if (instrument.meaning(null, interval.band()).isEmpty()) {
                throw new StartRefused(file(protocol) + " donne un délai pour « " + interval.band() + " » : "
                        + planned.instrument() + " n’a pas de tel résultat.");
            }
        }
    }

    // As the files are named: the code in lower case, and the version
    private static String file(DetoxProtocol protocol) {
        var rule = protocol.rule();
        return "rules/" + DetoxProtocol.KIND.folder() + "/"
                + rule.code().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + rule.version() + ".yaml";
    }
}
