package org.relais.demo;

import java.time.Instant;
import java.util.List;

import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.HousingState;
import org.relais.aftercare.WorkState;

/** The contacts that were agreed for the time after a treatment, as far as their days have come. */
final class FollowUpCalls {

    private FollowUpCalls() {}

    /**
     * @param ended how many days ago the treatment ended
     * @param at when it was agreed
     * @param worker the user name of who calls
     */
    static void tell(Course course, Chance chance, int ended, Instant at, String worker) {
        course.on(at, worker, new AftercareDeed.Agree(worker));
        for (var months : List.of(1, 3, 6, 12)) {
            var day = ended - 30 * months - (months == 12 ? 5 : 1) - chance.between(-4, 5);
            var way = chance.weighed("REACHED:62 NO_ANSWER:22 MESSAGE_LEFT:6 DECLINED:3 NOBODY_CALLED:7");
            if (day < 1 || way.equals("DECLINED")) {
                return;
            }
            if (!way.equals("NOBODY_CALLED")) {
                var outcome = AttemptOutcome.valueOf(way);
                course.on(
                        course.day(day, 11),
                        worker,
                        new AftercareDeed.Call(
                                months,
                                AttemptForm.PHONE,
                                outcome,
                                outcome == AttemptOutcome.REACHED ? said(chance) : FollowUpForm.EMPTY,
                                null));
            }
        }
    }

    private static FollowUpForm said(Chance chance) {
        return new FollowUpForm(
                chance.of(45) ? 0 : chance.between(1, 24),
                WorkState.valueOf(chance.weighed("EMPLOYED:35 UNEMPLOYED:65")),
                HousingState.valueOf(chance.weighed("ADEQUATE_SECURE:65 INSECURE:35")),
                chance.between(6, 17),
                chance.between(0, 7));
    }
}
