package org.relais.staff.keycloak;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;

import org.relais.staff.Role;

/**
 * The closed list of realm roles that mean something here, written out: names are compared as they are, letter by
 * letter. Whatever else a token carries (other roles, groups, scopes) gives nothing.
 */
final class RealmRoles {

    /** The claim that the realm's mapper fills. */
    static final String CLAIM = "relais_roles";

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("physician", Role.PHYSICIAN),
            Map.entry("nurse", Role.NURSE),
            Map.entry("dispensing-nurse", Role.DISPENSING_NURSE),
            Map.entry("psychologist", Role.PSYCHOLOGIST),
            Map.entry("social-worker", Role.SOCIAL_WORKER),
            Map.entry("family-worker", Role.FAMILY_WORKER),
            Map.entry("peer-worker", Role.PEER_WORKER),
            Map.entry("coordinator", Role.COORDINATOR),
            Map.entry("auditor", Role.AUDITOR),
            Map.entry("administrator", Role.ADMINISTRATOR));

    private RealmRoles() {}

    /** Our roles among those of a signed token; a claim of another shape gives none. */
    static Set<Role> of(OidcIdToken token) {
        var roles = EnumSet.noneOf(Role.class);
        if (token.getClaims().get(CLAIM) instanceof Collection<?> names) {
            for (var name : names) {
                if (name instanceof String text && ROLES.get(text) instanceof Role role) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
