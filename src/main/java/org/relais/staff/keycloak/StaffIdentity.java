package org.relais.staff.keycloak;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import org.relais.staff.StaffMember;

/** A member of staff whom Keycloak vouches for. Its name is our user name, whatever the account is called now. */
final class StaffIdentity extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final String username;

    StaffIdentity(StaffMember member, OidcIdToken token) {
        super(AuthorityUtils.createAuthorityList(member.role().authority()), token);
        this.username = member.username();
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof StaffIdentity identity && identity.username.equals(username);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + username.hashCode();
    }
}
