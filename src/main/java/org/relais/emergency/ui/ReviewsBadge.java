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

/** How many emergency accesses a coordinator has to review, and to an auditor how many of these reviews are late. */
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
        if (desk.staff().isEmpty()) {
            return OptionalInt.empty();
        }
        var waiting = waiting();
        return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
    }

    @Override
    public boolean urgent() {
        return audits();
    }

    private int waiting() {
        if (access.rolePermits(Permission.GRANT_ACCESS)) {
            return reviews.waitingCount(access.scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null));
        }
        return audits() ? reviews.lateCount(access.scope(Section.AUDIT_LOG, Purpose.ADMINISTRATION, null)) : 0;
    }

    private boolean audits() {
        return desk.staff().isPresent() && access.roleOpens(Section.AUDIT_LOG);
    }
}
