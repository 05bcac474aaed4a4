package org.relais.detox;

import java.util.Locale;

/** What somebody withdraws from: the groups of the Treatment Demand Indicator (domain reference H.1) that matter here. */
public enum Substance {
    ALCOHOL,
    HEROIN,
    METHADONE,
    BUPRENORPHINE,
    OTHER_OPIOID,
    BENZODIAZEPINE,
    GHB,
    COCAINE,
    AMPHETAMINE,
    CANNABIS,
    OTHER;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.substance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
