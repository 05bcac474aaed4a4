package org.relais.staff;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.relais.staff.Recognition.Known;
import org.relais.staff.Recognition.Reason;
import org.relais.staff.Recognition.Refused;

/**
 * The seam between whatever signs people in and the staff we know: a user name in, a member of staff out. Identity
 * proves who somebody is; where they work comes from here alone.
 */
@Component
public class SignInAccounts {

    private final StaffRegister register;
    private final StaffIdentities identities;

    SignInAccounts(StaffRegister register, StaffIdentities identities) {
        this.register = register;
        this.identities = identities;
    }

    /** The active member of staff of that user name; empty for a stranger or somebody who left. */
    public Optional<StaffMember> active(String username) {
        return register.byUsername(username).filter(StaffMember::active);
    }

    /**
     * The member of staff of an account of the identity provider, found by its id, the first time by its user name. The
     * provider leads on the role: when it gives another one than we had, ours follows and the version of the rights
     * counts up, so that every pass given under the old one ends.
     *
     * @param subject the provider's own id of the account, never given to anybody else
     * @param roles those of the provider's roles that are ours
     */
    @Transactional
    public Recognition recognise(String subject, String username, Set<Role> roles) {
        var member = identities
                .find(subject)
                .flatMap(register::byId)
                .or(() -> register.byUsername(username).filter(found -> identities.bind(subject, found.id())))
                .filter(StaffMember::active);
        if (member.isEmpty()) {
            return new Refused(Reason.UNKNOWN_ACCOUNT);
        }
        if (roles.size() != 1) {
            return new Refused(roles.isEmpty() ? Reason.NO_ROLE : Reason.SEVERAL_ROLES);
        }
        var role = roles.iterator().next();
        var found = member.get();
        if (found.role() == role) {
            return new Known(found);
        }
        identities.follow(found.id(), role);
        return new Known(register.byId(found.id()).orElseThrow());
    }
}
