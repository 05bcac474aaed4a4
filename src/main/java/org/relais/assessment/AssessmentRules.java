package org.relais.assessment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.relais.rules.RuleKind;

/** The kinds of rule files this room owns, to be looked up in {@link org.relais.rules.Rules}. */
@Configuration(proxyBeanMethods = false)
public class AssessmentRules {

    /** Scored instruments, such as {@code CIWA_AR} and {@code COWS}. */
    public static final RuleKind<Instrument> INSTRUMENT =
            new RuleKind<>("instrument", Instrument.class, new InstrumentCheck());

    /** Early-warning scores, such as {@code NEWS2}. */
    public static final RuleKind<EarlyWarning> EARLY_WARNING =
            new RuleKind<>("early-warning", EarlyWarning.class, new EarlyWarningCheck());

    /** Plausibility limits of vital signs: {@code VITAL_SIGNS}. */
    public static final RuleKind<VitalSignLimits> VITAL_SIGN_LIMITS =
            new RuleKind<>("vital-sign-limits", VitalSignLimits.class, VitalSignLimits::check);

    @Bean
    RuleKind<Instrument> instrumentKind() {
        return INSTRUMENT;
    }

    @Bean
    RuleKind<EarlyWarning> earlyWarningKind() {
        return EARLY_WARNING;
    }

    @Bean
    RuleKind<VitalSignLimits> vitalSignLimitsKind() {
        return VITAL_SIGN_LIMITS;
    }
}
