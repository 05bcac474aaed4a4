package org.relais.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

import org.relais.staff.SignInAccounts;

/** Lets every member of a test's {@link House} sign in at the sign-in page with one password. */
@TestConfiguration
public class HouseSignIn {

    /** Opens every account of a house. */
    public static final String PASSWORD = "house";

    @Bean
    AuthenticationProvider houseProvider(SignInAccounts accounts) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication attempt) {
                var member = accounts.active(attempt.getName())
                        .filter(known -> PASSWORD.equals(attempt.getCredentials()))
                        .orElseThrow(() -> new BadCredentialsException("Unknown account or wrong password"));
                return UsernamePasswordAuthenticationToken.authenticated(
                        member.username(),
                        null,
                        AuthorityUtils.createAuthorityList(member.role().authority()));
            }

            @Override
            public boolean supports(Class<?> attempt) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
            }
        };
    }
}
