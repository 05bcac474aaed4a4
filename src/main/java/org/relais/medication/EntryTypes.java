package org.relais.medication;

import java.util.Set;

/** The types of the entries that this room appends to the timeline. */
public final class EntryTypes {

    public static final String ORDER = "medication.order";

    public static final String STOP = "medication.stop";

    public static final String DOSE = "medication.dose";

    public static final String RECHECK = "medication.recheck";

    public static final Set<String> ALL = Set.of(ORDER, STOP, DOSE, RECHECK);

    private EntryTypes() {}
}
