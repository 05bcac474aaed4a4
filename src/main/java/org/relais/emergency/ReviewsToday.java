package org.relais.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReview;
import org.relais.access.EmergencyReviews;
import org.relais.access.Permission;
import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * The emergency accesses a coordinator has to review, in "my day" until each is done; the late ones for the privacy
 * officer too, who learns there and on the page nothing of whose record it is.
 */
@Component
class ReviewsToday implements TodaySource {

    private final AccessService access;
    private final EmergencyReviews reviews;
    private final Centres centres;

    ReviewsToday(AccessService access, EmergencyReviews reviews, Centres centres) {
        this.access = access;
        this.reviews = reviews;
        this.centres = centres;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        if (scope.actor().isTask()) {
            return List.of();
        }
        var late = reviews.lateForOfficer(scope).stream()
                .map(review -> item(
                        review,
                        null,
                        TaskTitle.key(
                                "emergency.today.late",
                                centres.centre(review.centre()).name()),
                        EmergencyRoutes.LATE));
        var mine = access.rolePermits(Permission.GRANT_ACCESS)
                ? reviews.waiting(scope).stream()
                        .map(review -> item(
                                review, review.person(), TaskTitle.key("emergency.today"), EmergencyRoutes.REVIEWS))
                : Stream.<TodayItem>empty();
        return Stream.concat(mine, late).toList();
    }

    private TodayItem item(EmergencyReview review, @Nullable PersonId person, TaskTitle title, String path) {
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.ADMINISTRATIVE,
                person,
                title,
                centres.centre(review.centre()).serviceDay().endOf(review.dueOn()),
                review.dueOn(),
                review.centre(),
                path);
    }
}
