package org.relais.detox;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.rules.Rules;

/** The protocols in force on a day, and the versions that episodes began with. */
@Component
public class Protocols {

    private final Rules rules;

    Protocols(Rules rules) {
        this.rules = rules;
    }

    /** Those offered on the day: inpatient ones first, then by name in French. */
    public List<DetoxProtocol> on(LocalDate day) {
        return rules.all(DetoxProtocol.KIND).stream()
                .map(protocol -> protocol.rule().code())
                .distinct()
                .flatMap(code -> rules.on(DetoxProtocol.KIND, code, day).stream())
                .sorted(Comparator.comparing(DetoxProtocol::setting)
                        .thenComparing(protocol -> protocol.name().fr()))
                .toList();
    }

    /** The version that applies on the day; empty for a protocol that does not exist. */
    public Optional<DetoxProtocol> on(String code, LocalDate day) {
        return rules.on(DetoxProtocol.KIND, code, day);
    }

    /** Exactly this version: what an episode is led by. */
    public DetoxProtocol version(String code, int version) {
        return rules.version(DetoxProtocol.KIND, code, version)
                .orElseThrow(() -> new IllegalStateException("No protocol " + code + " " + version));
    }
}
