package org.relais.demo;

/** A unit of a centre as {@link DemonstrationHouse} opened it. */
enum Ward {
    WITHDRAWAL(Cast.TILLEULS, DemonstrationHouse.WITHDRAWAL),
    DAY_CLINIC(Cast.TILLEULS, DemonstrationHouse.DAY_CLINIC),
    RESIDENCE(Cast.PORT_VAUBAN, DemonstrationHouse.RESIDENCE),
    FOLLOW_UP(Cast.PASSERELLE, DemonstrationHouse.FOLLOW_UP),
    DISPENSING(Cast.PASSERELLE, DemonstrationHouse.DISPENSING),
    DROP_IN(Cast.GRAND_PRE, DemonstrationHouse.DROP_IN);

    private final String centre;
    private final String unit;

    Ward(String centre, String unit) {
        this.centre = centre;
        this.unit = unit;
    }

    /** The code of its centre. */
    String centre() {
        return centre;
    }

    /** Its name. */
    String unit() {
        return unit;
    }
}
