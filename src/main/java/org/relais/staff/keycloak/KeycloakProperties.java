package org.relais.staff.keycloak;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the realm is and how closely it is followed.
 *
 * @param issuer the realm as browsers and tokens name it, for example https://relais.example/auth/realms/relais
 * @param internalAddress the same realm as this machine reaches it, when that differs
 * @param clientSecret what the portal proves itself with
 * @param refreshEvery how old an answer about an account may be before it is asked again. With the second of the sweep
 *     and a second for the answer, a session is never more than ten seconds behind
 * @param outageTolerance how long signed-in people keep working when Keycloak cannot be asked
 * @param timeout how long one question about an account that is signed in may take
 * @param patience how long somebody who signs in waits for an answer: a Keycloak that has just been started, or is
 *     hurried, is slow and not away
 */
@ConfigurationProperties("relais.sign-in")
record KeycloakProperties(
        @Nullable URI issuer,
        @Nullable URI internalAddress,
        @DefaultValue("relais") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("8s") Duration refreshEvery,
        @DefaultValue("15m") Duration outageTolerance,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("8s") Duration patience) {

    URI requireIssuer() {
        return Objects.requireNonNull(issuer);
    }

    /** An endpoint of the realm as the browser reaches it. */
    String outside(String endpoint) {
        return requireIssuer() + "/protocol/openid-connect/" + endpoint;
    }

    /** An endpoint of the realm as this machine reaches it. */
    String inside(String endpoint) {
        return (internalAddress == null ? requireIssuer() : internalAddress) + "/protocol/openid-connect/" + endpoint;
    }
}
