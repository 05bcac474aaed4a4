package org.relais.staff.keycloak;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.session.HttpSessionEventPublisher;

import org.relais.staff.LiveSessions;
import org.relais.staff.SignInAccounts;

/**
 * Built only where an issuer is set. The realm's addresses are written out instead of asked for, so that a portal
 * starts while Keycloak is away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("relais.sign-in.issuer")
class KeycloakConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(KeycloakProperties properties) {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId(KeycloakSignIn.REGISTRATION)
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid", "profile")
                        .issuerUri(properties.requireIssuer().toString())
                        .authorizationUri(properties.outside("auth"))
                        .tokenUri(properties.inside("token"))
                        .jwkSetUri(properties.inside("certs"))
                        .providerConfigurationMetadata(Map.of("end_session_endpoint", properties.outside("logout")))
                        .userNameAttributeName("preferred_username")
                        .clientName("Keycloak")
                        .build());
    }

    /** In the session: two sessions of one person have tokens of their own. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** Tells the framework of sessions that end, so that it forgets what it knows of them. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    IdentityReader identityReader(SignInAccounts accounts) {
        return new IdentityReader(accounts);
    }

    @Bean
    KeycloakClient keycloakClient(ClientRegistrationRepository registrations, KeycloakProperties properties) {
        return new KeycloakClient(
                Objects.requireNonNull(registrations.findByRegistrationId(KeycloakSignIn.REGISTRATION)), properties);
    }

    @Bean
    KeycloakSessions keycloakSessions(LiveSessions live) {
        return new KeycloakSessions(live);
    }

    @Bean
    RightsWatch rightsWatch(
            KeycloakSessions sessions,
            KeycloakClient keycloak,
            IdentityReader identities,
            LiveSessions live,
            KeycloakProperties properties,
            Clock clock) {
        return new RightsWatch(sessions, keycloak, identities, live, properties, clock);
    }

    @Bean
    KeycloakSignIn keycloakSignIn(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            IdentityReader identities,
            KeycloakSessions sessions,
            KeycloakClient keycloak,
            KeycloakProperties properties,
            Clock clock) {
        return new KeycloakSignIn(registrations, clients, identities, sessions, keycloak, properties, clock);
    }
}
