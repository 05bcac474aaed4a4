package org.relais.staff.keycloak;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

import org.relais.staff.LiveSessions;
import org.relais.staff.SessionEnd;

/**
 * The sessions of this node that came through Keycloak. When Keycloak says over the back channel that one of its
 * sessions ended, ours end at once; a session on another node ends with its next question, at most ten seconds later.
 */
final class KeycloakSessions implements LogoutHandler {

    private static final String SESSION = "sid";

    private final Set<TokenSession> sessions = ConcurrentHashMap.newKeySet();
    private final LiveSessions live;

    KeycloakSessions(LiveSessions live) {
        this.live = live;
    }

    List<TokenSession> all() {
        return List.copyOf(sessions);
    }

    void entered(TokenSession session) {
        sessions.add(session);
    }

    void left(TokenSession session) {
        sessions.remove(session);
    }

    /** Called with a verified logout token. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            all().stream()
                    .filter(session -> meant(session.identity(), token))
                    .forEach(session -> live.end(session.session(), SessionEnd.SIGNED_OUT));
        }
    }

    private static boolean meant(OidcIdToken identity, OidcLogoutToken token) {
        return token.getSessionId() != null
                ? token.getSessionId().equals(identity.getClaimAsString(SESSION))
                : Objects.equals(token.getSubject(), identity.getSubject());
    }
}
