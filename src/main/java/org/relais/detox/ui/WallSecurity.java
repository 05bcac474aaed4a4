package org.relais.detox.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The chain of the one address that a display on a wall may ask. It has no session and signs nobody in, whatever signs
 * people in elsewhere; the display's token is looked at by the address itself, and by no other.
 */
@Configuration(proxyBeanMethods = false)
class WallSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain wallChain(HttpSecurity http) throws Exception {
        http.securityMatcher(WallController.PATH)
                // Another site's form is refused before this chain, and could only make a display of a device
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, WallController.PATH)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, WallController.PATH)
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }
}
