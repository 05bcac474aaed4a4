package org.relais.shell.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a browser may load and run for an answer. A page runs only what carries its nonce and what that loads; anything
 * else may show the portal's own pictures and styles and nothing more. Decision 9 says what had to be allowed and why.
 */
@Component
final class ContentSecurityPolicy {

    /** The name of the header. */
    static final String HEADER = "Content-Security-Policy";

    private static final String OF_OTHER_ANSWERS = join(
            "default-src 'none'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private final String formTargets;

    ContentSecurityPolicy(@Value("${relais.sign-in.issuer:}") String issuer) {
        formTargets = Stream.of("'self'", origin(issuer))
                .filter(target -> !target.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The policy of a page whose own scripts carry that nonce. */
    String ofPage(String nonce) {
        return join(
                "default-src 'none'",
                "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "font-src 'self' data:",
                "img-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                // The sign-in leads on to the identity provider, and a form's target holds for where it is sent on to
                "form-action " + formTargets,
                "frame-ancestors 'none'");
    }

    /** The policy of everything that is no page: data, files, a plain message about an error. */
    String ofOtherAnswers() {
        return OF_OTHER_ANSWERS;
    }

    private static String origin(String issuer) {
        if (issuer.isBlank()) {
            return "";
        }
        var address = URI.create(issuer.strip());
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String join(String... directives) {
        return String.join("; ", List.of(directives));
    }
}
