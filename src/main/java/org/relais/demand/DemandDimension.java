package org.relais.demand;

import java.util.Locale;

/** What clients are counted by in a table. */
public enum DemandDimension {
    DRUG,
    DRUG_GROUP,
    CENTRE,
    TREATMENT,
    SEX,
    AGE,
    REFERRAL,
    LIVING_WITH,
    CHILDREN,
    LIVING_WHERE,
    EDUCATION,
    LABOUR,
    ROUTE,
    FREQUENCY,
    FIRST_USE,
    POLYDRUG,
    INJECTING,
    SHARING,
    SINCE_INJECTION,
    HIV,
    HCV,
    OST,
    LAG;

    /** The key of its word in the bundles. */
    public String key() {
        return "demand.dimension." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
