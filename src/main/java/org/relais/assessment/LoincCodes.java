package org.relais.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The LOINC codes of an instrument. Panel and total are two codes; confusing them is the usual mistake, so the same
 * code for both is refused.
 *
 * @param panel the code of the whole form; null where LOINC has none
 * @param total the code of the total score; null where LOINC has none
 * @param unverified those codes, of the form or of its items, that were not seen in a public code list
 */
public record LoincCodes(@Nullable String panel, @Nullable String total, List<String> unverified) {

    /** No code exists: the portal's own code is used instead. */
    public static final LoincCodes NONE = new LoincCodes(null, null, List.of());

    public LoincCodes {
        unverified = Must.orNone(unverified);
        requireValid(panel);
        requireValid(total);
        Must.hold(panel == null || !panel.equals(total), "Panel and total share the LOINC code " + panel);
    }

    /** Refuses a code whose check digit (modulus 10) is wrong; null passes. */
    static void requireValid(@Nullable String code) {
        if (code != null) {
            Must.hold(code.matches("[1-9][0-9]{2,6}-[0-9]"), "Not a LOINC code: " + code);
            var dash = code.indexOf('-');
            Must.hold(
                    checkDigit(code.substring(0, dash)) == code.charAt(dash + 1) - '0',
                    "Wrong check digit in LOINC code " + code);
        }
    }

    private static int checkDigit(String number) {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
