package org.relais.support;

import java.util.LinkedHashMap;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import org.relais.demo.DatabaseAccounts;

/** Gives a test's context a pair of schemas of its own and small pools. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = TestServer.get();
        var accounts = server.createSchemas();
        var properties = new LinkedHashMap<>(accounts.properties(server.address()));
        properties.putAll(DatabaseAccounts.sealing(TestServer.sealing(accounts)));
        if (!TestServer.MEASURES) {
            properties.put("spring.datasource.hikari.maximum-pool-size", "3");
        }
        // A browser on plain http, on this machine
        properties.put("server.servlet.session.cookie.secure", "false");
        properties.put("server.servlet.session.cookie.name", "JSESSIONID");
        properties.put("server.address", "127.0.0.1");
        // No second port, and rooms that stand without the log's health
        properties.put("relais.management.port", "-1");
        properties.put("management.endpoint.health.validate-group-membership", "false");
        // A test looks for unusual accesses and missed observations itself, and sums up, when it wants to
        properties.put("relais.oversight.watch-interval", "1d");
        properties.put("relais.detox.watch-interval", "1d");
        properties.put("relais.episode.watch-interval", "1d");
        properties.put("relais.indicator.interval", "1d");
        properties.put("relais.staff.address-key", "key of the tests");
        properties.put("relais.demand.pseudonym-key", "pseudonym key of the tests, long enough");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }
}
