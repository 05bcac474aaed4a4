package org.relais.medication;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * One scheduled dose and what became of it.
 *
 * @param person whose record it stands in now
 * @param status how it stands while nobody answered
 * @param answer what became of it; null while nobody answered
 */
public record DueDose(
        PersonId person,
        MedicationOrder order,
        Slot slot,
        SlotStatus status,
        @Nullable Administration answer) {

    /** Whether somebody has to answer it now. */
    public boolean open() {
        return answer == null && status != SlotStatus.NOT_DUE;
    }
}
