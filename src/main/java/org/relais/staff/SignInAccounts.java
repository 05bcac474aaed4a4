package org.relais.staff;

import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The seam between whatever signs people in and the staff we know: a user name in, a member of staff out. Identity
 * proves who somebody is; what they may do comes from here alone.
 */
@Component
public class SignInAccounts {

    private final StaffRegister register;

    SignInAccounts(StaffRegister register) {
        this.register = register;
    }

    /** The active member of staff of that user name; empty for a stranger or somebody who left. */
    public Optional<StaffMember> active(String username) {
        return register.byUsername(username).filter(StaffMember::active);
    }
}
