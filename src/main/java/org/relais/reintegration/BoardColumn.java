package org.relais.reintegration;

import java.util.Locale;

/** The columns of a person's board. A cancelled step stands in none. */
public enum BoardColumn {
    /** Not begun. */
    PREPARE,
    /** Under way, or blocked on our side. */
    DOING,
    /** An answer from outside is awaited. */
    PARTNER,
    DONE;

    /** The status a step has when it is put here. */
    public StepStatus status() {
        return switch (this) {
            case PREPARE -> StepStatus.TODO;
            case DOING, PARTNER -> StepStatus.DOING;
            case DONE -> StepStatus.DONE;
        };
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "reintegration.column." + name().toLowerCase(Locale.ROOT);
    }
}
