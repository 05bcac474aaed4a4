package org.relais.staff;

import java.util.Optional;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import org.relais.shared.StaffId;

/**
 * Who is acting now. The sign-in, whichever it is, gives a user name; role, centres and units come from our own
 * tables and are looked at again for every request, so that a lost right acts at the next click.
 */
@Component
public class CurrentStaff {

    private static final String MEMO = CurrentStaff.class.getName();

    private final StaffRegister register;

    CurrentStaff(StaffRegister register) {
        this.register = register;
    }

    /** The acting member of staff, if there is one and they are active. */
    public Optional<StaffMember> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var request = RequestContextHolder.getRequestAttributes();
        var memo = MEMO + authentication.getName();
        if (request != null
                && request.getAttribute(memo, RequestAttributes.SCOPE_REQUEST) instanceof StaffMember known) {
            return Optional.of(known);
        }
        var member = register.byUsername(authentication.getName()).filter(StaffMember::active);
        if (request != null) {
            member.ifPresent(found -> request.setAttribute(memo, found, RequestAttributes.SCOPE_REQUEST));
        }
        return member;
    }

    /**
     * The acting member of staff.
     *
     * @throws NotSignedIn when there is none
     */
    public StaffMember require() {
        return find().orElseThrow(NotSignedIn::new);
    }

    /** A member of staff by id with their rights as they are now, for a check outside a request. */
    public Optional<StaffMember> now(StaffId id) {
        return find().filter(member -> member.id().equals(id)).or(() -> register.byId(id));
    }
}
