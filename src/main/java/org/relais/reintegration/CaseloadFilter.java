package org.relais.reintegration;

import org.jspecify.annotations.Nullable;

/**
 * Which open steps of a caseload are wanted.
 *
 * @param whose one's own, or those of the whole team
 * @param domain null for all
 * @param overdueOnly only those whose due day has passed
 */
public record CaseloadFilter(Whose whose, @Nullable StepDomain domain, boolean overdueOnly) {

    /** One's own steps, all of them. */
    public static final CaseloadFilter MINE = new CaseloadFilter(Whose.MINE, null, false);

    /** Whose steps. */
    public enum Whose {
        /** Those one is responsible for, and those one agreed with the person or somebody outside. */
        MINE,
        /** Also those of colleagues, in the centres all of whose units one works in. */
        TEAM
    }

    /** Whether anything is left out beside what is not one's own. */
    public boolean narrows() {
        return domain != null || overdueOnly;
    }
}
