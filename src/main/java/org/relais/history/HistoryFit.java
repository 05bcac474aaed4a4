package org.relais.history;

import java.util.function.Supplier;

import org.relais.shared.InvalidInput;

/**
 * Whether a fact can be stored whole. {@link HistoryImports} refuses all of a list for one fact that cannot; who would
 * rather leave out the one and say so asks here first.
 */
public final class HistoryFit {

    private HistoryFit() {}

    public static boolean fits(ImportedProblem problem) {
        return fits(problem.sourceKey(), () -> HistoryColumns.of(problem));
    }

    public static boolean fits(ImportedMedication medication) {
        return fits(medication.sourceKey(), () -> HistoryColumns.of(medication));
    }

    public static boolean fits(ImportedEncounter encounter) {
        return fits(encounter.sourceKey(), () -> HistoryColumns.of(encounter));
    }

    public static boolean fits(ImportedObservation observation) {
        return fits(observation.sourceKey(), () -> HistoryColumns.of(observation));
    }

    private static boolean fits(String sourceKey, Supplier<HistoryColumns> columns) {
        try {
            HistoryInserts.checkedKey(sourceKey);
            var unused = columns.get();
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }
}
