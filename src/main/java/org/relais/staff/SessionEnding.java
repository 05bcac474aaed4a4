package org.relais.staff;

import jakarta.servlet.http.HttpSession;

/**
 * Published just before a session is ended by {@link LiveSessions}, while what it holds can still be reached. Listeners
 * are called in the thread that ends it.
 */
public record SessionEnding(HttpSession session, SessionEnd reason) {}
