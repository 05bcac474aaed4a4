package org.relais.shell.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import org.relais.shell.RelaisTranslations;

/**
 * What is answered when no screen can: a short page in the user's language with a reference that the log carries too, or
 * a line of JSON for a program. It says nothing of what happened inside, and repeats nothing of what was sent.
 */
@Component
final class PlainErrorPage {

    private static final Logger log = LoggerFactory.getLogger(PlainErrorPage.class);

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/styles/relais.css">
            <link rel="icon" href="/icons/relais.svg">
            </head>
            <body>
            <main class="relais-empty relais-error-page">
            <h1>%s</h1>
            <p>%s</p>
            <a href="/">%s</a>
            </main>
            </body>
            </html>
            """;

    private final RelaisTranslations texts;
    private final ContentSecurityPolicy policy;

    PlainErrorPage(RelaisTranslations texts, ContentSecurityPolicy policy) {
        this.texts = texts;
        this.policy = policy;
    }

    /** Writes the answer; the status is set already. */
    void write(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure)
            throws IOException {
        var status = response.getStatus();
        var reference = UUID.randomUUID().toString().substring(0, 8);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            log.error("Unexpected failure {}, answered with {}", reference, status, failure);
        } else {
            log.info("Request {} answered with {}", reference, status);
        }
        // What was refused before the filters that write them has no headers yet
        response.setHeader(ContentSecurityPolicy.HEADER, policy.ofOtherAnswers());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var accepted = request.getHeader("Accept");
        if (accepted == null || accepted.contains("text/html") || !accepted.contains("json")) {
            var locale = locale(request);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Language", locale.getLanguage());
            response.getWriter().write(page(key(status), locale, reference));
        } else {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"status\":" + status + ",\"reference\":\"" + reference + "\"}");
        }
    }

    private String page(String key, Locale locale, String reference) {
        var title = text(key + ".title", locale);
        return PAGE.formatted(
                locale.getLanguage(),
                title,
                title,
                text(key + ".text", locale, reference),
                text("shell.error.back", locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return HtmlUtils.htmlEscape(texts.getTranslation(key, locale, arguments), StandardCharsets.UTF_8.name());
    }

    private static String key(int status) {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return "shell.error.unexpected";
        }
        return status == HttpServletResponse.SC_NOT_FOUND ? "shell.error.not-found" : "shell.error.request";
    }

    // The language chosen in this browser, else the first it asks for that is provided, else French.
    private static Locale locale(HttpServletRequest request) {
        var cookies = request.getCookies();
        var chosen = cookies == null
                ? Stream.<String>empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals("relais-language"))
                        .map(cookie -> cookie.getValue());
        var asked = Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
        return Stream.concat(chosen, asked)
                .flatMap(language -> RelaisTranslations.LOCALES.stream()
                        .filter(locale -> locale.getLanguage().equals(language)))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
