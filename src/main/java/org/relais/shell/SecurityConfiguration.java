package org.relais.shell;

import java.util.Set;

import jakarta.servlet.http.HttpSession;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import org.relais.shared.StartRefused;
import org.relais.shell.web.FreshSession;
import org.relais.shell.web.WantedPage;
import org.relais.staff.ExternalSignIn;
import org.relais.staff.LiveSessions;

/**
 * Every address is closed unless its view says otherwise; static files and the sign-in page are open. Who may sign in
 * is decided by the identity provider or, without one, by the authentication provider that is present; never here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN = "/" + SignInPage.PATH;

    @Bean
    SecurityFilterChain portalSecurity(
            HttpSecurity http,
            ObjectProvider<ExternalSignIn> external,
            ObjectProvider<AuthenticationProvider> forms,
            LiveSessions sessions,
            VaadinDefaultRequestCache cache)
            throws Exception {
        var provider = external.getIfAvailable();
        if (provider == null && forms.stream().findAny().isEmpty()) {
            throw new StartRefused(
                    "RELAIS_SIGN_IN_ISSUER est vide : indiquez l’adresse du royaume Keycloak, sans quoi personne"
                            + " ne peut se connecter.");
        }
        cache.setDelegateRequestCache(new WantedPage());
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/styles/**", "/fonts/**", "/icons/**", "/scripts/**", "/favicon.ico")
                .permitAll());
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> {
            if (provider == null) {
                vaadin.loginView(SIGN_IN, SIGN_IN);
            } else {
                vaadin.oauth2LoginPage(provider.path(), "{baseUrl}" + SIGN_IN);
            }
            vaadin.addLogoutHandler((request, response, who) -> {
                if (request.getSession(false) instanceof HttpSession session) {
                    sessions.signingOut(session);
                }
            });
            // A page that does not exist is answered by the frame, which says so
            vaadin.anyRequest(request -> request.authenticated());
        });
        var signingIn = provider == null ? Set.of(SIGN_IN) : Set.of(SIGN_IN, provider.path());
        http.addFilterBefore(new FreshSession(sessions, signingIn), SecurityContextHolderFilter.class);
        if (provider != null) {
            provider.secure(http);
        }
        return http.build();
    }
}
