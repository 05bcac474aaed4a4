package org.relais.shell.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.relais.shared.RequestMarks;

/**
 * Marks each log line of a request with the request's id and a hash of its session: lines that belong together are
 * found, and nobody can take a session over with what the log holds. The key of the hash lives as long as the process.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestMark extends OncePerRequestFilter {

    /** What a proxy may give a request; anything else is not taken into the log. */
    private static final String GIVEN = "X-Request-Id";

    private static final Pattern SAFE = Pattern.compile("[0-9A-Za-z-]{8,64}");

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(bytes(32), "HmacSHA256");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var requestMark = MDC.putCloseable(RequestMarks.REQUEST, id(request));
                var sessionMark = MDC.putCloseable(RequestMarks.SESSION, hash(request))) {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private String id(HttpServletRequest request) {
        var given = request.getHeader(GIVEN);
        return given != null && SAFE.matcher(given).matches()
                ? given
                : HexFormat.of().formatHex(bytes(8));
    }

    private String hash(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return "-";
        }
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var hash = mac.doFinal(session.getId().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
