package org.relais.access;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The matrix in force, for those who answer for it. It names roles and sections, nobody. */
@Service
@PreAuthorize("isAuthenticated()")
public class AccessRules {

    private final Policy policy;

    AccessRules(Policy policy) {
        this.policy = policy;
    }

    public PolicyMatrix inForce() {
        return policy.matrix();
    }
}
