package org.relais.shell.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where somebody wanted to go before the sign-in, kept in a cookie of the browser: a refused address costs the server no
 * session. Only a path of this portal is kept, so the way on never leads elsewhere.
 */
public final class WantedPage implements RequestCache {

    private static final String COOKIE = "relais-wanted";
    private static final int LONGEST = 500;
    private static final int SECONDS = 600;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && path.length() <= LONGEST && isOwn(path)) {
            response.addCookie(cookie(request, URLEncoder.encode(path, StandardCharsets.UTF_8), SECONDS));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return wanted(request).map(SimpleSavedRequest::new).orElse(null);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        // Nothing of a request is played again; the browser asks anew
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (wanted(request).isPresent()) {
            response.addCookie(cookie(request, "", 0));
        }
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> decode(cookie.getValue()))
                        .filter(WantedPage::isOwn);
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    // "//host", "/\host" and control characters are how a path becomes another address
    private static boolean isOwn(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(character -> character == '\\' || character < ' ');
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
