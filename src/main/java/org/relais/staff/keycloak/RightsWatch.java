package org.relais.staff.keycloak;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpSession;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import org.relais.staff.LiveSessions;
import org.relais.staff.Recognition;
import org.relais.staff.SessionEnd;
import org.relais.staff.SessionEnding;
import org.relais.staff.StaffMember;

/**
 * Keeps the rights of live sessions true. Keycloak says nothing when an account is closed or a role taken away, so every
 * session's token is refreshed every few seconds, also while nobody touches it: a refused one ends the session, a role
 * that is gone ends it too, another role takes effect at the next click.
 */
final class RightsWatch implements AutoCloseable {

    static final String KEY = TokenSession.class.getName();

    private static final Logger log = LoggerFactory.getLogger(RightsWatch.class);
    private static final int AT_ONCE = 16;

    private final KeycloakSessions sessions;
    private final KeycloakClient keycloak;
    private final IdentityReader identities;
    private final LiveSessions live;
    private final KeycloakProperties properties;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore questions = new Semaphore(AT_ONCE);
    private final Map<String, OAuth2RefreshToken> toEnd = new ConcurrentHashMap<>();

    RightsWatch(
            KeycloakSessions sessions,
            KeycloakClient keycloak,
            IdentityReader identities,
            LiveSessions live,
            KeycloakProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.keycloak = keycloak;
        this.identities = identities;
        this.live = live;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${relais.sign-in.sweep:1s}")
    void askForTheDue() {
        var now = clock.instant();
        for (var session : sessions.all()) {
            if (!session.asked().plus(properties.refreshEvery()).isAfter(now) && session.begin(now)) {
                threads.execute(() -> ask(session));
            }
        }
        toEnd.forEach((value, token) -> threads.execute(() -> endAtKeycloak(token)));
    }

    /** A screen that locked asks for the password again, so Keycloak's own session must not outlive ours. */
    @EventListener
    void ending(SessionEnding ending) {
        if (ending.reason() == SessionEnd.IDLE && ending.session().getAttribute(KEY) instanceof TokenSession session) {
            var token = session.tokens().refresh();
            toEnd.put(token.getTokenValue(), token);
            threads.execute(() -> endAtKeycloak(token));
        }
    }

    private void endAtKeycloak(OAuth2RefreshToken token) {
        if (keycloak.endSession(token)) {
            toEnd.remove(token.getTokenValue());
        }
    }

    private void ask(TokenSession session) {
        try {
            questions.acquire();
            try {
                answered(session, keycloak.refresh(session));
            } finally {
                questions.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // The database, most likely: no new answer, so the old one counts until it is too old
            log.warn(
                    "A session's rights could not be checked: {}",
                    failure.getClass().getSimpleName());
            endWhenTooLong(session);
        } finally {
            session.done();
        }
    }

    private void answered(TokenSession session, KeycloakClient.Answer answer) {
        switch (answer) {
            case KeycloakClient.Vouched vouched -> {
                if (identities.recognise(vouched.identity()) instanceof Recognition.Known known) {
                    session.vouched(vouched.tokens(), clock.instant());
                    follow(session.session(), known.member(), vouched);
                } else {
                    live.end(session.session(), SessionEnd.RIGHTS_ENDED);
                }
            }
            case KeycloakClient.Ended _ -> live.end(session.session(), SessionEnd.RIGHTS_ENDED);
            case KeycloakClient.NoAnswer _ -> endWhenTooLong(session);
        }
    }

    private void endWhenTooLong(TokenSession session) {
        if (session.vouchedFor().plus(properties.outageTolerance()).isBefore(clock.instant())) {
            live.end(session.session(), SessionEnd.PROVIDER_LOST);
        }
    }

    /** Puts a changed role into the session, where the next request finds it. */
    private static void follow(HttpSession session, StaffMember member, KeycloakClient.Vouched vouched) {
        var name = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
        try {
            if (session.getAttribute(name) instanceof SecurityContext context
                    && context.getAuthentication() instanceof OAuth2AuthenticationToken now
                    && now.getAuthorities().stream()
                            .noneMatch(authority -> member.role().authority().equals(authority.getAuthority()))) {
                var identity = new StaffIdentity(member, vouched.identity());
                var next = new OAuth2AuthenticationToken(
                        identity, identity.getAuthorities(), now.getAuthorizedClientRegistrationId());
                session.setAttribute(name, new SecurityContextImpl(next));
            }
        } catch (IllegalStateException endedMeanwhile) {
            // Signed out while Keycloak was asked
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
