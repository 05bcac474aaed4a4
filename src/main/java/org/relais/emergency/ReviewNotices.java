package org.relais.emergency;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Notice;
import org.relais.access.NoticeKind;
import org.relais.access.NoticeTarget;
import org.relais.access.Permission;

/** A coordinator who is told of an emergency access goes to the reviews. */
@Component
class ReviewNotices implements NoticeTarget {

    private final AccessService access;

    ReviewNotices(AccessService access) {
        this.access = access;
    }

    @Override
    public Optional<String> path(Notice notice) {
        return notice.kind() == NoticeKind.EMERGENCY_BEGUN && access.rolePermits(Permission.GRANT_ACCESS)
                ? Optional.of(EmergencyRoutes.REVIEWS)
                : Optional.empty();
    }
}
