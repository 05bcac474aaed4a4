package org.relais.emergency;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReview;
import org.relais.access.EmergencyReviews;
import org.relais.access.Permission;
import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.shared.Discipline;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The emergency accesses a coordinator has to review, in "my day" until each is done. */
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
        return access.rolePermits(Permission.GRANT_ACCESS)
                ? reviews.waiting(scope).stream().map(this::item).toList()
                : List.of();
    }

    private TodayItem item(EmergencyReview review) {
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.ADMINISTRATIVE,
                review.person(),
                TaskTitle.key("emergency.today"),
                centres.centre(review.centre()).serviceDay().endOf(review.dueOn()),
                review.dueOn(),
                review.centre(),
                EmergencyRoutes.REVIEWS);
    }
}
