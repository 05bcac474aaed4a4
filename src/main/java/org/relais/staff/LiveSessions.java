package org.relais.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The signed-in sessions of this node, and their end. A session that nobody uses locks after the time PRI-13 allows:
 * what counts as use is a key, a pointer or a touch, reported by the window; a heartbeat or a push does not. The
 * window locks itself first; this is what holds when it cannot.
 */
@Component
public class LiveSessions {

    private static final String KEY = LiveSession.class.getName();
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private final SessionProperties properties;
    private final SignInAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LiveSessions(SessionProperties properties, SignInAccounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.properties = properties;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** How long the role's screen may be left alone. */
    public Duration limit(Role role) {
        return properties.limit(role);
    }

    /** How long before locking the screen says so. */
    public Duration warning() {
        return properties.warning();
    }

    /** How often a window in use has to say so. */
    public Duration reporting() {
        return properties.reporting();
    }

    /** Somebody is using the session. */
    public void active(HttpSession session) {
        if (session.getAttribute(KEY) instanceof LiveSession live) {
            live.active(clock.instant());
        }
    }

    /**
     * Ends the session: from now on nobody is signed in in it. Its windows are told before it disappears, because its
     * connections disappear with it. Nothing happens when it already ended.
     */
    public void end(HttpSession session, SessionEnd reason) {
        try {
            if (session.getAttribute(KEY) instanceof LiveSession live && live.end()) {
                session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
                events.publishEvent(new SessionEnding(session, reason));
                Thread.ofVirtual().start(() -> forget(session));
            }
        } catch (IllegalStateException alreadyEnded) {
            // Signed out meanwhile
        }
    }

    private static void forget(HttpSession session) {
        try {
            Thread.sleep(FAREWELL);
            session.invalidate();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException alreadyForgotten) {
            // Its window signed out meanwhile
        }
    }

    /**
     * Forgets a session that has ended without waiting for its farewell to be read. Called where signing in begins:
     * whoever is quick would else sign in again in the session that is about to disappear, and be thrown out of it.
     */
    public void forgetEnded(HttpSession session) {
        try {
            if (session.getAttribute(KEY) instanceof LiveSession live && live.ended()) {
                session.invalidate();
            }
        } catch (IllegalStateException alreadyForgotten) {
            // Meanwhile it disappeared by itself
        }
    }

    /** Somebody signs out of the session, which ends right after: its other windows are told. */
    public void signingOut(HttpSession session) {
        events.publishEvent(new SessionEnding(session, SessionEnd.SIGNED_OUT));
    }

    /** How many people are signed in on this node. */
    public int count() {
        return sessions.size();
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            accounts.active(event.getAuthentication().getName())
                    .ifPresent(member -> begin(attributes.getRequest(), member.role()));
        }
    }

    private void begin(HttpServletRequest request, Role role) {
        var session = request.getSession();
        session.setAttribute(KEY, new LiveSession(this, session, role, clock.instant()));
    }

    @Scheduled(fixedDelayString = "${relais.session.sweep:1s}")
    void lockTheIdle() {
        var now = clock.instant();
        for (var live : List.copyOf(sessions)) {
            var limit = properties.limit(live.role()).plus(properties.reporting());
            if (live.lastActive().plus(limit).isBefore(now)) {
                end(live.session(), SessionEnd.IDLE);
            }
        }
    }

    void entered(LiveSession session) {
        sessions.add(session);
    }

    void left(LiveSession session) {
        sessions.remove(session);
    }
}
