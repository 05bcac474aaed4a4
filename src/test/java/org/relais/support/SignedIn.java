package org.relais.support;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.support.House.Member;

/** Signs a member of staff in for what follows in a view test. */
public final class SignedIn {

    private SignedIn() {}

    /** From now on, until somebody else signs in or the context is cleared. */
    public static void as(Member member) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                member.username(),
                null,
                AuthorityUtils.createAuthorityList(member.role().authority())));
        SecurityContextHolder.setContext(context);
    }
}
