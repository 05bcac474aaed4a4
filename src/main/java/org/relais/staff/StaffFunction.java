package org.relais.staff;

import java.util.Locale;

/** A function a member of staff holds for a time in a centre, beside their role. */
public enum StaffFunction {
    CHARGE_NURSE,
    ON_CALL,
    MEDICAL_DIRECTOR,
    PRIVACY_OFFICER;

    /** The key of its word in the bundles. */
    public String key() {
        return "staff.function." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
