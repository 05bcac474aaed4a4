package org.relais.staff.keycloak;

import java.util.Objects;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import org.relais.staff.Recognition;
import org.relais.staff.SignInAccounts;

/**
 * Turns a verified ID token into one of our members of staff. Nothing but the signed token is read: no user info, no
 * groups.
 */
final class IdentityReader implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final SignInAccounts accounts;

    IdentityReader(SignInAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The identity of a sign-in.
     *
     * @throws OAuth2AuthenticationException when nobody may sign in with it; its error code is one of {@link Refusal}
     */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        return switch (recognise(token)) {
            case Recognition.Known known -> new StaffIdentity(known.member(), token);
            case Recognition.Refused refused -> throw refusal(Refusal.of(refused.reason()));
        };
    }

    Recognition recognise(OidcIdToken token) {
        var username = token.getClaimAsString(StandardClaimNames.PREFERRED_USERNAME);
        return accounts.recognise(
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNullElse(username, ""),
                RealmRoles.of(token));
    }

    private static OAuth2AuthenticationException refusal(Refusal refusal) {
        return new OAuth2AuthenticationException(new OAuth2Error(refusal.word()));
    }
}
