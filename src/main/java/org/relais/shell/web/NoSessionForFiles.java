package org.relais.shell.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address of files answers with a file or with nothing: without this, the frame would begin a session for each file
 * that does not exist. And a push connection without a session is told so before anything is begun for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class NoSessionForFiles extends OncePerRequestFilter {

    private static final String SCREENS = "/VAADIN";
    private static final List<String> FOLDERS = List.of("/styles/", "/fonts/", "/icons/", "/scripts/", "/pwa-icons/");
    private static final List<String> USUAL_FILES =
            List.of("/favicon.ico", "/manifest.webmanifest", "/sw.js", "/robots.txt", "/offline.html");
    private static final List<String> PLACES = List.of("META-INF/resources", "META-INF/VAADIN/webapp");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var hasSession = request.getSession(false) != null;
        if (PushRequest.is(request) && !hasSession) {
            sayThatTheSessionEnded(request, response);
        } else if (isOfFiles(path, hasSession) && !exists(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    // The words in which the screens' own push channel says it
    private static void sayThatTheSessionEnded(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (PushRequest.upgrades(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"meta\":{\"async\":true,\"sessionExpired\":true}}");
    }

    // Below /VAADIN a session has addresses of its own: push, downloads
    private static boolean isOfFiles(String path, boolean hasSession) {
        return FOLDERS.stream().anyMatch(path::startsWith)
                || USUAL_FILES.contains(path)
                || (!hasSession && (path.equals(SCREENS) || path.startsWith(SCREENS + "/")));
    }

    private static boolean exists(String path) {
        return !path.endsWith("/")
                && !path.contains("..")
                && PLACES.stream().anyMatch(place -> new ClassPathResource(place + path).isReadable());
    }
}
