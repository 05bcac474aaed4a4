package org.relais.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Every address is closed unless its view says otherwise; static files and the sign-in page are open. Who may sign in
 * is decided by the authentication provider that is present, never here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain portalSecurity(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/styles/**", "/fonts/**", "/icons/**", "/scripts/**", "/favicon.ico")
                .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/" + SignInPage.PATH, "/" + SignInPage.PATH)
                        // A page that does not exist is answered by the frame, which says so
                        .anyRequest(request -> request.authenticated()));
        return http.build();
    }
}
