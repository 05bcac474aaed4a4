package org.relais.detox.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.relais.detox.WallEntrance;
import org.relais.detox.WallSheet;

/**
 * The one address of a display on a wall: the ward without a name for a device that has a token, and for any other the
 * line where a code is typed. The page asks here again every second.
 */
@Controller
class WallController {

    static final String PATH = "/wall";

    /** The name of the cookie that holds a device's token. */
    static final String COOKIE = "relais-wall";

    private static final Logger log = LoggerFactory.getLogger(WallController.class);

    // The longest that browsers keep one; each opening of the page begins it anew
    private static final int SECONDS = 400 * 24 * 60 * 60;

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private final WallEntrance entrance;
    private final WallAttempts attempts;
    private final WallPage page;
    private final List<Locale> languages;

    WallController(WallEntrance entrance, WallAttempts attempts, WallPage page, I18NProvider texts) {
        this.entrance = entrance;
        this.attempts = attempts;
        this.page = page;
        this.languages = texts.getProvidedLocales();
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = token(request);
        if (token == null) {
            answer(response, HttpServletResponse.SC_OK, page.entrance(locale(request), null), null);
            return;
        }
        Optional<WallSheet> sheet;
        try {
            sheet = entrance.look(token);
        } catch (RuntimeException unreachable) {
            // The page says by itself since when it hears nothing
            log.warn("A wall display shows nothing: {}", unreachable.getClass().getSimpleName());
            response.setHeader("Retry-After", "2");
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, page.unreachable(locale(request)), null);
            return;
        }
        if (sheet.isEmpty()) {
            response.addCookie(cookie(request, "", 0));
            answer(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    page.entrance(locale(request), "detox.wall.revoked"),
                    null);
            return;
        }
        var drawn = page.board(sheet.get());
        response.setHeader("X-Relais-Time", drawn.time());
        response.setHeader("X-Relais-Now", String.valueOf(drawn.now().toEpochMilli()));
        if (drawn.tag().equals(request.getHeader("If-None-Match"))) {
            response.setHeader("ETag", drawn.tag());
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (request.getHeader("X-Relais-Look") == null) {
            response.addCookie(cookie(request, token, SECONDS));
        }
        answer(response, HttpServletResponse.SC_OK, drawn.html(), drawn.tag());
    }

    @PostMapping(PATH)
    void pair(
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var from = request.getRemoteAddr();
        if (!attempts.mayTry(from)) {
            response.setHeader("Retry-After", "60");
            answer(response, 429, page.entrance(locale(request), "detox.wall.too-many"), null);
            return;
        }
        var token = code.length() > 40 ? Optional.<String>empty() : entrance.pair(code);
        if (token.isEmpty()) {
            attempts.failed(from);
            answer(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    page.entrance(locale(request), "detox.wall.wrong"),
                    null);
            return;
        }
        response.addCookie(cookie(request, token.get(), SECONDS));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", PATH);
    }

    private static void answer(HttpServletResponse response, int status, String html, @Nullable String tag)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        if (tag != null) {
            response.setHeader("ETag", tag);
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE)
                                && !cookie.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath(PATH);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private Locale locale(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(asked ->
                        languages.stream().filter(one -> one.getLanguage().equals(asked.getLanguage())))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
