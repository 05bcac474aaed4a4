package org.relais.support;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lets the proxy ask a node of the tests whether it is ready. */
@TestConfiguration
class HouseSignInHealth {

    @Bean
    @Order(0)
    SecurityFilterChain healthOfTests(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("health"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
