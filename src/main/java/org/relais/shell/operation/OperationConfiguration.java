package org.relais.shell.operation;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What watches over the running portal. */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    @Bean
    static SettingsSafety settingsSafety(Environment environment) {
        return new SettingsSafety(environment, OperationConfiguration.class.getClassLoader());
    }

    /**
     * Health and metrics answer without a sign-in, on the management port only: the operator keeps that port inside.
     * They hold no person's data.
     */
    @Bean
    @Order(1)
    SecurityFilterChain managementSecurity(HttpSecurity http) throws Exception {
        http.securityMatcher(EndpointRequest.toAnyEndpoint());
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(cache -> cache.disable());
        return http.build();
    }
}
