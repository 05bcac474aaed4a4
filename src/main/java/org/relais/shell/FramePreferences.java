package org.relais.shell;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffPreferences;

/**
 * Language, colour scheme and single-key shortcuts. They belong to the member of staff, on whichever machine; cookies that
 * say nothing about anybody keep them for this browser too, so that the sign-in page already speaks and looks right.
 */
@Component
class FramePreferences {

    private static final String LANGUAGE = "relais-language";
    private static final String SCHEME = "relais-scheme";
    private static final String TAKEN_UP = "relais.preferences-of";
    private static final String KEYS = "relais-keys";
    private static final int A_YEAR = 365 * 24 * 3600;

    private final StaffPreferences preferences;
    private final CurrentStaff current;

    FramePreferences(StaffPreferences preferences, CurrentStaff current) {
        this.preferences = preferences;
        this.current = current;
    }

    /** Takes up what the signed-in member of staff chose, once for each session. */
    void takeUp(UI ui) {
        var staff = current.find();
        var session = ui.getSession();
        if (staff.isEmpty() || staff.get().id().equals(session.getAttribute(TAKEN_UP))) {
            return;
        }
        session.setAttribute(TAKEN_UP, staff.get().id());
        preferences.mine().ifPresent(chosen -> {
            Optional.ofNullable(chosen.language())
                    .flatMap(FramePreferences::provided)
                    .ifPresent(locale -> {
                        remember(LANGUAGE, locale.getLanguage());
                        session.setLocale(locale);
                    });
            Scheme.named(chosen.colorScheme()).ifPresent(scheme -> {
                remember(SCHEME, scheme.word());
                ui.getPage().setColorScheme(scheme.value());
            });
        });
    }

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
        return cookie(request, SCHEME).flatMap(Scheme::named).orElse(Scheme.SYSTEM);
    }

    boolean singleKeys(@Nullable VaadinRequest request) {
        return cookie(request, KEYS).map(value -> !value.equals("off")).orElse(true);
    }

    /** Changes the language of the session and draws the page anew in it. */
    void choose(UI ui, Locale locale) {
        remember(LANGUAGE, locale.getLanguage());
        keep(locale.getLanguage(), scheme(VaadinRequest.getCurrent()));
        ui.getSession().setLocale(locale);
        ui.getPage().reload();
    }

    void choose(UI ui, Scheme scheme) {
        remember(SCHEME, scheme.word());
        keep(ui.getLocale().getLanguage(), scheme);
        ui.getPage().setColorScheme(scheme.value());
    }

    void chooseSingleKeys(boolean on) {
        remember(KEYS, on ? "on" : "off");
    }

    private void keep(String language, Scheme scheme) {
        if (current.find().isPresent()) {
            preferences.choose(new StaffPreferences.Preference(language, scheme.word()));
        }
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
