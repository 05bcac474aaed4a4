package org.relais.shell.web;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site sends here: a request that changes something, and a push connection, which no
 * browser rule keeps to its own site. A browser always says where such a request comes from; what is no browser says
 * nothing and carries no cookie of a user.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader("Origin");
        if (origin != null
                && (!READS.contains(request.getMethod()) || PushRequest.is(request))
                && !isOwn(origin, request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            var address = URI.create(origin);
            return Objects.equals(address.getScheme(), request.getScheme())
                    && address.getHost() != null
                    && address.getHost()
                            .toLowerCase(Locale.ROOT)
                            .equals(request.getServerName().toLowerCase(Locale.ROOT))
                    && port(address.getPort(), request.getScheme())
                            == port(request.getServerPort(), request.getScheme());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int port(int port, String scheme) {
        if (port > 0) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }
}
