package org.relais.emergency.ui;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.EmergencyReviews;
import org.relais.access.Permission;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.emergency.EmergencyRoutes;
import org.relais.uikit.MenuBadge;

/** How many emergency accesses a coordinator has to review. */
@Component
class ReviewsBadge implements MenuBadge {

    private final AccessService access;
    private final EmergencyReviews reviews;
    private final EmergencyDesk desk;

    ReviewsBadge(AccessService access, EmergencyReviews reviews, EmergencyDesk desk) {
        this.access = access;
        this.reviews = reviews;
        this.desk = desk;
    }

    @Override
    public String path() {
        return EmergencyRoutes.REVIEWS;
    }

    @Override
    public OptionalInt count() {
        if (desk.staff().isEmpty() || !access.rolePermits(Permission.GRANT_ACCESS)) {
            return OptionalInt.empty();
        }
        var waiting = reviews.waitingCount(access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null));
        return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
    }
}
