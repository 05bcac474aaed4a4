package org.relais.staff;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

/** One signed-in session of this node: it enters the list with its sign-in and leaves it with the session itself. */
final class LiveSession implements HttpSessionBindingListener {

    private final LiveSessions sessions;
    private final HttpSession session;
    private final Role role;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Instant lastActive;

    LiveSession(LiveSessions sessions, HttpSession session, Role role, Instant now) {
        this.sessions = sessions;
        this.session = session;
        this.role = role;
        this.lastActive = now;
    }

    HttpSession session() {
        return session;
    }

    Role role() {
        return role;
    }

    Instant lastActive() {
        return lastActive;
    }

    void active(Instant now) {
        lastActive = now;
    }

    /** Whether the caller ends it: the first one does. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    boolean ended() {
        return ended.get();
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        sessions.entered(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        sessions.left(this);
    }
}
