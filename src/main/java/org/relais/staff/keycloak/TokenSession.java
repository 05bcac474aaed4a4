package org.relais.staff.keycloak;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** What a session holds of Keycloak's, and when Keycloak last vouched for it. */
final class TokenSession implements HttpSessionBindingListener {

    private final KeycloakSessions sessions;
    private final HttpSession session;
    private final OidcIdToken identity;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Tokens tokens;
    private volatile Instant asked;
    private volatile Instant vouchedFor;

    TokenSession(KeycloakSessions sessions, HttpSession session, OidcIdToken identity, Tokens tokens, Instant now) {
        this.sessions = sessions;
        this.session = session;
        this.identity = identity;
        this.tokens = tokens;
        this.asked = now;
        this.vouchedFor = now;
    }

    HttpSession session() {
        return session;
    }

    /** The identity as it signed in. */
    OidcIdToken identity() {
        return identity;
    }

    Tokens tokens() {
        return tokens;
    }

    Instant asked() {
        return asked;
    }

    Instant vouchedFor() {
        return vouchedFor;
    }

    /** Whether the caller may ask now: one question at a time. */
    boolean begin(Instant now) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        asked = now;
        return true;
    }

    void done() {
        busy.set(false);
    }

    void vouched(Tokens fresh, Instant now) {
        tokens = fresh;
        vouchedFor = now;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        sessions.entered(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        sessions.left(this);
    }

    /** The tokens of the last answer. */
    record Tokens(OAuth2AccessToken access, OAuth2RefreshToken refresh) {}
}
