package org.relais.detox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.PersonName;
import org.relais.shared.StaffId;

/**
 * One outpatient withdrawal of a list.
 *
 * @param name null when the reader may not name the person
 * @param course null while watching is suspended, and where the protocol plans no visits
 * @param observations where each observation stands, the leading one first
 * @param call whom a result calls for; null when nobody
 * @param sentAt when the person was sent to emergency care; null when they were not
 * @param followUps the missed visits that nobody closed yet, oldest first
 * @param withheld whether the person locked what is written of them: only the visit of today shows
 */
public record VisitRow(
        DetoxRow detox,
        @Nullable PersonName name,
        @Nullable VisitCourse course,
        List<ObservationNow> observations,
        @Nullable Call call,
        @Nullable Instant sentAt,
        List<FollowUp> followUps,
        boolean withheld) {

    /** @param since when the result was entered that calls */
    public record Call(VisitCall kind, String instrument, Instant since) {}

    /** A missed visit, and what was done since, oldest first. */
    public record FollowUp(LocalDate day, List<Step> steps) {

        public FollowUp {
            steps = List.copyOf(steps);
        }
    }

    /** One step of a follow-up. */
    public record Step(
            VisitStep step,
            Instant at,
            StaffId by,
            @Nullable String note) {}

    public VisitRow {
        observations = List.copyOf(observations);
        followUps = List.copyOf(followUps);
    }

    /** Where the visit of today stands; null when nobody is expected. */
    public VisitCourse.@Nullable Expected today() {
        return course == null ? null : course.today();
    }
}
