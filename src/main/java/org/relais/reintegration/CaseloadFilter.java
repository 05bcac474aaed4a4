package org.relais.reintegration;

import org.jspecify.annotations.Nullable;

/**
 * Which open steps of a caseload are wanted.
 *
 * @param whose one's own, or those of the whole team
 * @param domain null for all
 * @param overdueOnly only those whose due day has passed
 * @param stuckOnly only those that are blocked, or that nothing moved for as long as the rule says
 */
public record CaseloadFilter(Whose whose, @Nullable StepDomain domain, boolean overdueOnly, boolean stuckOnly) {

    /** One's own steps, all of them. */
    public static final CaseloadFilter MINE = new CaseloadFilter(Whose.MINE, null, false, false);

    /** Whose steps. */
    public enum Whose {
        /** Those one is responsible for, and those one agreed with the person or somebody outside. */
        MINE,
        /** Also those of colleagues, in the centres all of whose units one works in. */
        TEAM
    }

    public CaseloadFilter(Whose whose, @Nullable StepDomain domain, boolean overdueOnly) {
        this(whose, domain, overdueOnly, false);
    }

    /** Whether anything is left out beside what is not one's own. */
    public boolean narrows() {
        return domain != null || overdueOnly || stuckOnly;
    }
}
