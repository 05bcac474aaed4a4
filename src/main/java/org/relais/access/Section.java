package org.relais.access;

import java.util.Locale;

/**
 * The sections of a record: the columns of the policy matrix (domain reference I.2), and the record itself, whose
 * frame and timeline show of every section what the matrix gives.
 */
public enum Section {
    /** The frame and the timeline, made of all the others. */
    RECORD,
    ADMINISTRATIVE,
    MEDICAL,
    OPIOID_AGONIST,
    PSYCHOLOGICAL,
    /** Psychotherapy notes: their author only (PRI-01). */
    PROCESS_NOTE,
    GROUP,
    SOCIAL,
    FAMILY,
    HARM_REDUCTION,
    LABORATORY,
    RISK,
    AUDIT_LOG,
    REPORT,
    PLAN;

    /**
     * Whether the person may lock it (PRI-05). The head of the record and the risks stay open to whoever cares for
     * them, and with the risks the warnings of dangerous drugs and allergies.
     */
    public boolean lockable() {
        return switch (this) {
            case RECORD, ADMINISTRATIVE, PROCESS_NOTE, AUDIT_LOG, REPORT, RISK -> false;
            case MEDICAL, OPIOID_AGONIST, PSYCHOLOGICAL, GROUP, SOCIAL, FAMILY, HARM_REDUCTION, LABORATORY, PLAN ->
                true;
        };
    }

    /** Whether a consent may share it between centres. */
    public boolean shareable() {
        return lockable() || this == ADMINISTRATIVE || this == RISK;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "access.section." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
