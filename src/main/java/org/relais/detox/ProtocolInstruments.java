package org.relais.detox;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.detox.PlannedObservation.BandInterval;
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
                check(
                        protocol,
                        planned.instrument(),
                        planned.byBand().stream().map(BandInterval::band).toList(),
                        instruments);
            }
            var visits = protocol.visits();
            if (visits != null) {
                Stream.of(visits.physician(), visits.emergency())
                        .filter(Objects::nonNull)
                        .forEach(asked -> check(protocol, asked.instrument(), asked.bands(), instruments));
            }
        }
    }

    // A set of vital signs is no instrument; its rule has bands of its own
    private static void check(
            DetoxProtocol protocol,
            String code,
            List<String> bands,
            Function<String, Optional<Instrument>> instruments) {
        if (code.equals(Definitions.EARLY_WARNING)) {
            return;
        }
        var instrument = instruments
                .apply(code)
                .orElseThrow(() ->
                        new StartRefused(file(protocol) + " demande l’instrument " + code + ", qui n’existe pas."));
        for (var band : bands) {
            if (instrument.meaning(null, band).isEmpty()) {
                throw new StartRefused(
                        file(protocol) + " nomme « " + band + " » : " + code + " n’a pas de tel résultat.");
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
