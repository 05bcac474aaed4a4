package org.relais.demand;

import java.util.Locale;

/** The items of the Treatment Demand Indicator about a person (domain reference H.1), by their number there. */
public enum DemandItem {
    PREVIOUS(3),
    REFERRAL(4),
    SEX(5),
    AGE(6),
    LIVING_WITH(8),
    CHILDREN(9),
    LIVING_WHERE(10),
    EDUCATION(11),
    LABOUR(12),
    DRUG(13),
    ROUTE(14),
    FREQUENCY(15),
    FIRST_USE(16),
    SECONDARY(17),
    POLYDRUG(18),
    INJECTING(19),
    FIRST_INJECTION(20),
    SHARING(21),
    HIV(22),
    HCV(23),
    OST(24),
    FIRST_OST(25);

    private final int number;

    DemandItem(int number) {
        this.number = number;
    }

    /** Its number in the indicator. */
    public int number() {
        return number;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "demand.item." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
