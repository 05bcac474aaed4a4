package org.relais.medication;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The dose for a range of the scale's total, both ends included.
 *
 * @param to null for no upper end
 * @param callPhysician whether the physician is called as well
 */
public record BandDose(int from, @Nullable Integer to, BigDecimal dose, boolean callPhysician) {

    /** Whether the dose is for this total. */
    public boolean covers(int total) {
        return total >= from && (to == null || total <= to);
    }
}
