package org.relais.staff.keycloak;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

import org.relais.staff.ExternalSignIn;

/** Authorization code with PKCE; refusals land on the sign-in page, which says what is the matter. */
final class KeycloakSignIn implements ExternalSignIn {

    static final String REGISTRATION = "keycloak";

    private static final Logger log = LoggerFactory.getLogger(KeycloakSignIn.class);

    private static final String PATH = "/oauth2/authorization/" + REGISTRATION;
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "sv");
    private static final String LANGUAGE_COOKIE = "relais-language";

    private static final Pattern PROTOCOL_WORD = Pattern.compile("[a-z_-]{1,60}");

    private final ClientRegistrationRepository registrations;
    private final OAuth2AuthorizedClientRepository clients;
    private final IdentityReader identities;
    private final KeycloakSessions sessions;
    private final KeycloakClient keycloak;
    private final KeycloakProperties properties;
    private final Clock clock;

    KeycloakSignIn(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            IdentityReader identities,
            KeycloakSessions sessions,
            KeycloakClient keycloak,
            KeycloakProperties properties,
            Clock clock) {
        this.registrations = registrations;
        this.clients = clients;
        this.identities = identities;
        this.sessions = sessions;
        this.keycloak = keycloak;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void secure(HttpSecurity http) throws Exception {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(KeycloakClient.restClient(properties.patience()));
        http.oauth2Login(login -> login.authorizedClientRepository(clients)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(questions()))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(identities))
                .failureHandler(refused()));
        http.oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(sessions)));
        http.addFilterBefore(new OnlyWhenReachable(), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private DefaultOAuth2AuthorizationRequestResolver questions() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce().andThen(KeycloakSignIn::speakTheirLanguage));
        return resolver;
    }

    private static void speakTheirLanguage(OAuth2AuthorizationRequest.Builder question) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getCookies() instanceof Cookie[] cookies) {
            Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                    .map(Cookie::getValue)
                    .filter(LANGUAGES::contains)
                    .findFirst()
                    .ifPresent(language ->
                            question.additionalParameters(parameters -> parameters.put("ui_locales", language)));
        }
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, failure) -> {
            var refusal = Refusal.of(failure);
            log.warn("Sign-in refused: {} ({})", refusal.word(), word(failure));
            response.sendRedirect(page(request, refusal));
        };
    }

    // The protocol's word only: what Keycloak adds to it can name the account, and the rest comes from the browser
    private static String word(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException protocol
                        && PROTOCOL_WORD
                                .matcher(protocol.getError().getErrorCode())
                                .matches()
                ? protocol.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    private static String page(HttpServletRequest request, Refusal refusal) {
        return request.getContextPath() + "/login?refused=" + refusal.word();
    }

    /** From the sign-in on, the session is watched. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof StaffIdentity identity
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var client = clients.loadAuthorizedClient(REGISTRATION, token, request);
            if (client == null || client.getRefreshToken() == null) {
                throw new IllegalStateException("Keycloak gave no refresh token: the session could not be followed");
            }
            var held = new TokenSession.Tokens(client.getAccessToken(), client.getRefreshToken());
            var session = request.getSession();
            session.setAttribute(
                    RightsWatch.KEY, new TokenSession(sessions, session, identity.getIdToken(), held, clock.instant()));
        }
    }

    /** Without it, the browser would show an error page of its own when Keycloak is away. */
    private final class OnlyWhenReachable extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals(request.getContextPath() + PATH);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (keycloak.reachable()) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(page(request, Refusal.UNAVAILABLE));
            }
        }
    }
}
