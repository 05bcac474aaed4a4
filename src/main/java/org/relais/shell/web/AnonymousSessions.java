package org.relais.shell.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the sessions of those who have not signed in few and short, because anybody can ask for one: each ends after
 * {@link #PATIENCE} without a request, and when there are more than {@link #MOST} the oldest ends at once. A session that
 * signs in lives on by the portal's own rules.
 */
@Component
class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener, HttpSessionAttributeListener {

    /** Long enough for a password and a second factor at the identity provider. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Enough for the staff of a service to arrive together; a page of the sign-in is small. */
    static final int MOST = 500;

    private final Map<String, HttpSession> waiting = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var session = event.getSession();
        session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
        var oldest = add(session);
        if (oldest != null) {
            end(oldest);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        if (remove(oldId) != null) {
            add(event.getSession());
        }
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                && remove(event.getSession().getId()) != null) {
            var minutes = event.getSession().getServletContext().getSessionTimeout();
            event.getSession()
                    .setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
        }
    }

    /** How many have a session without having signed in. */
    synchronized int count() {
        return waiting.size();
    }

    private synchronized @Nullable HttpSession add(HttpSession session) {
        waiting.put(session.getId(), session);
        if (waiting.size() <= MOST) {
            return null;
        }
        var first = waiting.entrySet().iterator().next();
        waiting.remove(first.getKey());
        return first.getValue();
    }

    private synchronized @Nullable HttpSession remove(String id) {
        return waiting.remove(id);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // It ended by itself meanwhile
        }
    }
}
