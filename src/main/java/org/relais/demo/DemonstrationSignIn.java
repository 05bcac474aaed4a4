package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

import org.relais.staff.SignInAccounts;
import org.relais.staff.StaffMember;

/**
 * Signs in with the one password everybody knows. For invented people on the embedded database only: it is no part of
 * the production jar, and the portal refuses to start with it on any other database.
 */
@Component
@ConditionalOnProperty("relais.demonstration")
@ConditionalOnExpression("'${relais.sign-in.issuer:}'.isEmpty()")
public class DemonstrationSignIn implements AuthenticationProvider {

    /** Not a secret: it is printed at every start. */
    public static final String PASSWORD = "relais";

    private final SignInAccounts accounts;

    DemonstrationSignIn(SignInAccounts accounts, EmbeddedOnly proof) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var member = accounts.active(attempt.getName())
                .filter(known -> PASSWORD.equals(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Unknown account or wrong password"));
        return signedIn(member);
    }

    private static Authentication signedIn(StaffMember member) {
        return UsernamePasswordAuthenticationToken.authenticated(
                member.username(),
                null,
                AuthorityUtils.createAuthorityList(member.role().authority()));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
