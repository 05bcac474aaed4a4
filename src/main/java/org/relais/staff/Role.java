package org.relais.staff;

import java.util.Locale;

import org.relais.shared.Discipline;

/** The closed list of roles: the rows of the policy matrix. An unknown role gives nothing. */
public enum Role {
    PHYSICIAN(Discipline.MEDICAL),
    NURSE(Discipline.MEDICAL),
    DISPENSING_NURSE(Discipline.MEDICAL),
    PSYCHOLOGIST(Discipline.PSYCHOLOGICAL),
    SOCIAL_WORKER(Discipline.SOCIAL),
    FAMILY_WORKER(Discipline.FAMILY),
    PEER_WORKER(Discipline.HARM_REDUCTION),
    COORDINATOR(Discipline.ADMINISTRATIVE),
    AUDITOR(Discipline.ADMINISTRATIVE),
    ADMINISTRATOR(Discipline.ADMINISTRATIVE);

    private final Discipline discipline;

    Role(Discipline discipline) {
        this.discipline = discipline;
    }

    /** The discipline under which this role writes. */
    public Discipline discipline() {
        return discipline;
    }

    /** Whether who has it works in a centre; who audits or administers may work for the whole house. */
    public boolean needsCentre() {
        return this != AUDITOR && this != ADMINISTRATOR;
    }

    /** Spring Security's name of the role. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "staff.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
