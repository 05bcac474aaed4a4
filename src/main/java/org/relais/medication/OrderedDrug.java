package org.relais.medication;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What is ordered, as its prescriber wrote it.
 *
 * @param code of the drug list; null for a drug that is not in it
 * @param name as written, in the language of the prescriber
 * @param strength such as {@code 10 mg} a tablet; null when not said
 * @param unit of every dose of the order
 */
public record OrderedDrug(
        @Nullable String code,
        String name,
        @Nullable String strength,
        @Nullable DrugForm form,
        DrugRoute route,
        String unit) {

    /** By what doses of the same drug are told, whatever order they come from. */
    String key() {
        return code == null ? name.strip().toLowerCase(Locale.ROOT) : code;
    }
}
