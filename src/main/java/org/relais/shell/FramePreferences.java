package org.relais.shell;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Language, colour scheme and single-key shortcuts of a browser: two cookies that say nothing about anybody. They are
 * read before anyone has signed in, so that the sign-in page already speaks and looks right.
 */
@Component
class FramePreferences {

    private static final String LANGUAGE = "relais-language";
    private static final String SCHEME = "relais-scheme";
    private static final String KEYS = "relais-keys";
    private static final int A_YEAR = 365 * 24 * 3600;

    /** The chosen language, else the browser's first that is provided, else French. */
    Locale locale(VaadinRequest request) {
        return cookie(request, LANGUAGE)
                .flatMap(FramePreferences::provided)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(asked -> provided(asked.getLanguage()).stream())
                        .findFirst())
                .orElse(Locale.FRENCH);
    }

    Scheme scheme(@Nullable VaadinRequest request) {
        return cookie(request, SCHEME)
                .flatMap(name -> Arrays.stream(Scheme.values())
                        .filter(scheme -> scheme.name().equals(name))
                        .findFirst())
                .orElse(Scheme.SYSTEM);
    }

    boolean singleKeys(@Nullable VaadinRequest request) {
        return cookie(request, KEYS).map(value -> !value.equals("off")).orElse(true);
    }

    /** Changes the language of the session and draws the page anew in it. */
    void choose(UI ui, Locale locale) {
        remember(LANGUAGE, locale.getLanguage());
        VaadinSession.getCurrent().setLocale(locale);
        ui.getPage().reload();
    }

    void choose(UI ui, Scheme scheme) {
        remember(SCHEME, scheme.name());
        ui.getPage().setColorScheme(scheme.value());
    }

    void chooseSingleKeys(boolean on) {
        remember(KEYS, on ? "on" : "off");
    }

    private static void remember(String name, String value) {
        var response = VaadinService.getCurrentResponse();
        if (response == null) {
            return;
        }
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<Locale> provided(String language) {
        return RelaisTranslations.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<String> cookie(@Nullable VaadinRequest request, String name) {
        var cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
