package org.relais.staff.keycloak;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks Keycloak, with a limit on how long an answer may take. */
final class KeycloakClient {

    /** What Keycloak answers when it no longer vouches for a session: disabled, signed out, removed. */
    private static final String NO_LONGER = "invalid_grant";

    private final ClientRegistration registration;
    private final KeycloakProperties properties;
    private final RestClient http;
    private final RestClient patient;
    private final RestClientRefreshTokenTokenResponseClient refreshing =
            new RestClientRefreshTokenTokenResponseClient();
    private final JwtDecoder decoder;
    private volatile long answeredAt;

    KeycloakClient(ClientRegistration registration, KeycloakProperties properties) {
        this.registration = registration;
        this.properties = properties;
        this.answeredAt = System.nanoTime() - properties.timeout().toNanos();
        this.http = restClient(properties.timeout());
        this.patient = restClient(properties.patience());
        this.refreshing.setRestClient(http);
        this.decoder = new OidcIdTokenDecoderFactory().createDecoder(registration);
    }

    /** What every question to Keycloak goes through; each step of it may take so long. */
    static RestClient restClient(Duration limit) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(limit).build());
        requests.setReadTimeout(limit);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Asks whether Keycloak still vouches for a session, and what it now says of it. */
    Answer refresh(TokenSession session) {
        try {
            var tokens = session.tokens();
            var response = refreshing.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(registration, tokens.access(), tokens.refresh()));
            var encoded = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
            if (!(encoded instanceof String text) || response.getRefreshToken() == null) {
                return new NoAnswer();
            }
            var jwt = decoder.decode(text);
            var identity = new OidcIdToken(text, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
            if (!Objects.equals(session.identity().getSubject(), identity.getSubject())) {
                return new Ended();
            }
            return new Vouched(
                    identity, new TokenSession.Tokens(response.getAccessToken(), response.getRefreshToken()));
        } catch (OAuth2AuthorizationException refused) {
            return NO_LONGER.equals(refused.getError().getErrorCode()) ? new Ended() : new NoAnswer();
        } catch (RestClientException | JwtException unreadable) {
            return new NoAnswer();
        }
    }

    /** Ends Keycloak's session too. True when it is over there, or already was. */
    boolean endSession(OAuth2RefreshToken token) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(OAuth2ParameterNames.CLIENT_ID, registration.getClientId());
        form.add(OAuth2ParameterNames.CLIENT_SECRET, registration.getClientSecret());
        form.add(OAuth2ParameterNames.REFRESH_TOKEN, token.getTokenValue());
        try {
            http.post()
                    .uri(properties.inside("logout"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (OAuth2AuthorizationException refused) {
            return NO_LONGER.equals(refused.getError().getErrorCode());
        } catch (RestClientException unreachable) {
            return false;
        }
    }

    /** Whether Keycloak answers. That it does is known for two seconds; that it does not is asked again. */
    boolean reachable() {
        var now = System.nanoTime();
        if (now - answeredAt < properties.timeout().toNanos()) {
            return true;
        }
        try {
            patient.get().uri(properties.inside("certs")).retrieve().toBodilessEntity();
            answeredAt = System.nanoTime();
            return true;
        } catch (RestClientException | OAuth2AuthorizationException noAnswer) {
            return false;
        }
    }

    /** What became of a question. */
    sealed interface Answer {}

    /** Keycloak vouches for the account, with these roles. */
    record Vouched(OidcIdToken identity, TokenSession.Tokens tokens) implements Answer {}

    /** Keycloak no longer vouches for the session. */
    record Ended() implements Answer {}

    /** Keycloak could not be asked. */
    record NoAnswer() implements Answer {}
}
