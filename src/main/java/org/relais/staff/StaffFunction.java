package org.relais.staff;

/** A function a member of staff holds for a time in a centre, beside their role. */
public enum StaffFunction {
    CHARGE_NURSE,
    ON_CALL,
    MEDICAL_DIRECTOR,
    PRIVACY_OFFICER
}
