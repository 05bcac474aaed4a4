package org.relais.rules;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The head of every rule file.
 *
 * @param code what the rule is called, in upper case, unique within its kind
 * @param version counts up from 1; a published version never changes, a change is a new version
 * @param validFrom the first day on which this version applies
 * @param source where its content comes from, for the reader of the screen that applies it
 * @param approvedBy who approved it for clinical use, or {@code none}: shown as "not approved"
 * @param unverified what a clinician still has to confirm, shown with the rule; null when nothing is open
 */
public record RuleHeader(
        String code,
        int version,
        LocalDate validFrom,
        String source,
        String approvedBy,
        @Nullable String unverified) {

    public RuleHeader {
        if (code == null || code.isBlank() || version < 1 || validFrom == null || source == null || source.isBlank()) {
            throw new IllegalArgumentException("A rule needs code, version, validFrom and source");
        }
        if (approvedBy == null || approvedBy.isBlank()) {
            throw new IllegalArgumentException("A rule names its approver, or 'none': " + code);
        }
    }

    public boolean approved() {
        return !approvedBy.equals("none");
    }
}
