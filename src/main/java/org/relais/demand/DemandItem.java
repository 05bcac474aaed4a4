package org.relais.demand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The items of the Treatment Demand Indicator about a person (domain reference H.1), by their number there; then those
 * that a country adds, in a table of their own.
 */
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
    FIRST_OST(25),
    /** Here and below: what RECAP adds in France. */
    PROTECTION,
    RESOURCES,
    COVER,
    HBV_VACCINATION,
    PSYCHIATRIC_HISTORY,
    INCARCERATION,
    INTOXICATIONS;

    private static final String EXTENSION = "RECAP";

    private final int number;

    DemandItem(int number) {
        this.number = number;
    }

    DemandItem() {
        this(0);
    }

    /** Whether a country adds it to the indicator. */
    public boolean added() {
        return number == 0;
    }

    /** What stands before its name: its number in the indicator, or who adds it. */
    public String mark() {
        return added() ? EXTENSION : String.valueOf(number);
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "demand.item." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of the indicator itself, or those that a country adds; in their order. */
    static List<DemandItem> all(boolean added) {
        return Arrays.stream(values()).filter(item -> item.added() == added).toList();
    }
}
