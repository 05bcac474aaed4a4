package org.relais.reintegration.ui;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import org.relais.referral.PartnerReferralRow;
import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.StepRow;
import org.relais.shared.GoalId;

/** What the parts of a board ask of it. */
interface BoardPage {

    /** Whether the reader may change the step. */
    boolean changeable(StepRow row);

    /** Opens the panel of a step, or closes it where it is open. */
    void choose(@Nullable StepRow row);

    /** Whether the panel of the step is open. */
    boolean chosen(StepRow row);

    /** A card was dropped in a column, in the row of a goal or in one without. */
    void dropped(StepRow row, BoardColumn column, @Nullable GoalId goal);

    /** Whether steps may be added. */
    boolean adding();

    /** Opens the form of a new step under a goal. */
    void add(LaneGoal goal);

    /** Opens the form of a referral, for a step where one is given. */
    void refer(@Nullable StepRow row);

    /** The referral that a step waits for; null for none. */
    @Nullable
    PartnerReferralRow referral(StepRow row);

    /** Shows another month of the calendar. */
    void show(YearMonth month);
}
