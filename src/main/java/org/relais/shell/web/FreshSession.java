package org.relais.shell.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

import org.relais.staff.LiveSessions;

/** Lets nobody begin to sign in within a session that has ended. */
public final class FreshSession extends OncePerRequestFilter {

    private final LiveSessions sessions;
    private final Set<String> paths;

    /** Stands at these paths of the portal, each beginning with a slash. */
    public FreshSession(LiveSessions sessions, Set<String> paths) {
        this.sessions = sessions;
        this.paths = Set.copyOf(paths);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPage(request) && request.getSession(false) instanceof HttpSession session) {
            sessions.forgetEnded(session);
        }
        chain.doFilter(request, response);
    }

    // A form that is sent carries a token of its session
    private boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && paths.contains(request.getRequestURI()
                        .substring(request.getContextPath().length()));
    }
}
