package org.relais.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.rules.Rule;
import org.relais.rules.RuleKind;
import org.relais.rules.Rules;
import org.relais.shared.CentreId;

/** The instruments and limits in force at a centre today, and the versions that earlier results were scored with. */
@Component
public class Definitions {

    /** The code of the early-warning score of a set of vital signs. */
    public static final String EARLY_WARNING = "NEWS2";

    private static final String VITAL_SIGNS = "VITAL_SIGNS";

    /** The instruments of detox monitoring, in the order in which they are offered. */
    private static final List<String> DETOX = List.of("CIWA_AR", "COWS", "SOWS16");

    private final Rules rules;
    private final Centres centres;
    private final AssessmentProperties properties;
    private final Clock clock;

    Definitions(Rules rules, Centres centres, AssessmentProperties properties, Clock clock) {
        this.rules = rules;
        this.centres = centres;
        this.properties = properties;
        this.clock = clock;
    }

    /** The instruments that detox monitoring offers, in their order. */
    public List<Instrument> detoxInstruments(CentreId centre) {
        return DETOX.stream()
                .map(code -> inForce(AssessmentRules.INSTRUMENT, code, centre))
                .toList();
    }

    /** Every instrument in force at a centre that is offered there, in the order of their groups. */
    public List<Instrument> offered(CentreId centre) {
        return rules.all(AssessmentRules.INSTRUMENT).stream()
                .map(instrument -> instrument.rule().code())
                .distinct()
                .flatMap(code -> rules.on(AssessmentRules.INSTRUMENT, code, today(centre)).stream())
                .filter(this::offers)
                .sorted(Comparator.comparing(Instrument::group))
                .toList();
    }

    /** Whether the service offers it: one that ships disabled only where the service enabled it. */
    public boolean offers(Instrument instrument) {
        return !Boolean.TRUE.equals(instrument.disabled())
                || properties.enabled().contains(instrument.rule().code());
    }

    /** The version an instrument was scored with. */
    public Optional<Instrument> instrument(String code, int version) {
        return rules.version(AssessmentRules.INSTRUMENT, code, version);
    }

    /** The newest version of an instrument, whether it is still offered or not. */
    public Optional<Instrument> newest(String code) {
        return rules.all(AssessmentRules.INSTRUMENT).stream()
                .filter(instrument -> instrument.rule().code().equals(code))
                .max(Comparator.comparingInt(instrument -> instrument.rule().version()));
    }

    public EarlyWarning earlyWarning(CentreId centre) {
        return inForce(AssessmentRules.EARLY_WARNING, EARLY_WARNING, centre);
    }

    /** The version a set of vital signs was scored with. */
    public Optional<EarlyWarning> earlyWarning(int version) {
        return rules.version(AssessmentRules.EARLY_WARNING, EARLY_WARNING, version);
    }

    public VitalSignLimits limits(CentreId centre) {
        return inForce(AssessmentRules.VITAL_SIGN_LIMITS, VITAL_SIGNS, centre);
    }

    private <T extends Rule> T inForce(RuleKind<T> kind, String code, CentreId centre) {
        var today = today(centre);
        return rules.on(kind, code, today)
                .orElseThrow(() -> new IllegalStateException("No version of " + code + " is in force on " + today));
    }

    private LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }
}
