package org.relais.episode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why an episode ended: the closed list of withdrawal outcomes (domain reference B.9) and what others need besides. */
public enum EndReason {
    COMPLETED(true, true, false),
    /** Withdrawal that ended with treatment by an opioid agonist. */
    COMPLETED_TO_OAT(true, false, false),
    TRANSFERRED_HIGHER_CARE(true, true, false),
    TRANSFERRED_OTHER(true, true, false),
    LEFT_AGAINST_ADVICE(true, false, false),
    STOPPED_BY_TEAM(true, true, false),
    /** The person ended an outpatient follow-up, or no longer wants the place asked for. */
    ENDED_BY_PERSON(false, true, true),
    LOST_CONTACT(false, true, true),
    /** The place asked for is not the right one; the person was told where to turn. */
    REFERRED_ELSEWHERE(false, false, true),
    DIED(true, true, true),
    ENTERED_IN_ERROR(true, true, true);

    private final boolean inpatient;
    private final boolean outpatient;
    private final boolean beforeAdmission;

    EndReason(boolean inpatient, boolean outpatient, boolean beforeAdmission) {
        this.inpatient = inpatient;
        this.outpatient = outpatient;
        this.beforeAdmission = beforeAdmission;
    }

    /** Whether an episode of this kind in this state can end so. */
    public boolean suits(EpisodeKind kind, EpisodeState state) {
        if (state != EpisodeState.OPEN) {
            return state.live() && beforeAdmission;
        }
        return kind == EpisodeKind.INPATIENT ? inpatient : outpatient;
    }

    /** The reasons an episode of this kind in this state can end for, in the order they are offered. */
    public static List<EndReason> suiting(EpisodeKind kind, EpisodeState state) {
        return Arrays.stream(values())
                .filter(reason -> reason.suits(kind, state))
                .toList();
    }

    /** Whether it must be said where the person goes: not after a death or an error, nor before an admission. */
    public boolean needsDestination(EpisodeState state) {
        return state == EpisodeState.OPEN && this != DIED && this != ENTERED_IN_ERROR;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "episode.end." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
