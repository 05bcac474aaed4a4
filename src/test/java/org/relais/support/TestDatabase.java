package org.relais.support;

import java.util.LinkedHashMap;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's context a pair of schemas of its own and small pools. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = TestServer.get();
        var properties = new LinkedHashMap<>(server.createSchemas().properties(server.address()));
        properties.put("spring.datasource.hikari.maximum-pool-size", "3");
        // A browser on plain http
        properties.put("server.servlet.session.cookie.secure", "false");
        properties.put("server.servlet.session.cookie.name", "JSESSIONID");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }
}
