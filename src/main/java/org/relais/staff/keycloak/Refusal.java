package org.relais.staff.keycloak;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.ResourceAccessException;

import org.relais.staff.Recognition;

/** What the sign-in page says when a sign-in led to nothing; its word stands in the page's address. */
enum Refusal {
    UNKNOWN_ACCOUNT,
    NO_ROLE,
    SEVERAL_ROLES,
    /** Keycloak does not answer. */
    UNAVAILABLE,
    /** Anything else: an answer that does not fit its question, a page left open for too long. */
    FAILED;

    static Refusal of(Recognition.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> UNKNOWN_ACCOUNT;
            case NO_ROLE -> NO_ROLE;
            case SEVERAL_ROLES -> SEVERAL_ROLES;
        };
    }

    static Refusal of(AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return UNAVAILABLE;
            }
        }
        return failure instanceof OAuth2AuthenticationException refused
                ? Arrays.stream(values())
                        .filter(value -> value.word().equals(refused.getError().getErrorCode()))
                        .findFirst()
                        .orElse(FAILED)
                : FAILED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
