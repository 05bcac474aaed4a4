package org.relais.detox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What somebody withdraws from: the groups of the Treatment Demand Indicator (domain reference H.1) that matter here. */
public enum Substance {
    ALCOHOL("ALCOHOL"),
    HEROIN("HEROIN"),
    METHADONE("METHADONE"),
    BUPRENORPHINE("BUPRENORPHINE"),
    OTHER_OPIOID("FENTANYL", "OTHER_OPIOID"),
    BENZODIAZEPINE("BENZODIAZEPINES"),
    GHB("GHB"),
    COCAINE("COCAINE_POWDER", "CRACK", "OTHER_COCAINE"),
    AMPHETAMINE("AMPHETAMINES", "METHAMPHETAMINE", "MDMA", "CATHINONES", "OTHER_STIMULANT"),
    CANNABIS("CANNABIS_HERB", "CANNABIS_RESIN", "SYNTHETIC_CANNABINOIDS", "OTHER_CANNABIS"),
    OTHER;

    private final Set<String> told;

    Substance(String... told) {
        this.told = Set.of(told);
    }

    /** The group of a substance that a profile names by its code there; {@link #OTHER} for what has no group here. */
    public static Substance told(String code) {
        return Arrays.stream(values())
                .filter(one -> one.told.contains(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.substance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
