package org.relais.support;

import java.util.concurrent.Callable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.relais.staff.Role;

/** Lets a test act as a member of staff, as the sign-in would leave it: a user name and the role's authority. Each call
 * is a request of its own, as each click is. */
public final class ActingAs {

    private ActingAs() {}

    /** Runs as that member of staff and restores whoever acted before. */
    public static <T> T actingAs(String username, Role role, Callable<T> act) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
        var request = RequestContextHolder.getRequestAttributes();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return act.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            SecurityContextHolder.setContext(before);
            RequestContextHolder.setRequestAttributes(request);
        }
    }
}
