package org.relais.person;

import java.util.List;
import java.util.Set;

import org.relais.access.Section;

/**
 * What a merge would make of two records. Of rights, the stricter hold for both: every lock, every protection, and of
 * the consents only what both gave.
 *
 * @param noLongerShared the sections that one of them shares between centres and the other does not
 */
public record MergePreview(
        MergeSide surviving, MergeSide absorbed, Set<Section> noLongerShared, List<MergeWarning> warnings) {

    public MergePreview {
        noLongerShared = Set.copyOf(noLongerShared);
        warnings = List.copyOf(warnings);
    }

    /** Whether a lock of one of them closes the other too from then on. */
    public boolean locksMore() {
        return !surviving.locks().isEmpty() || !absorbed.locks().isEmpty();
    }

    /** Whether only those named for every protected record know of the merged one. */
    public boolean hides() {
        return surviving.protectedPerson() || absorbed.protectedPerson();
    }
}
