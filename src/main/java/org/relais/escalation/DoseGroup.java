package org.relais.escalation;

/** What a dose can bring about, as far as a rule asks. A dose may belong to several. */
public enum DoseGroup {
    BUPRENORPHINE,
    /** Any opioid, agonist treatment included. */
    OPIOID,
    SEDATIVE,
    /** Given by a scale, from an order that says which dose at which total. */
    BY_SYMPTOMS
}
