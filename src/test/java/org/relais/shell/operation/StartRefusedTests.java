package org.relais.shell.operation;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.relais.demo.DatabaseAccounts;
import org.relais.support.PortalProcess;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** How the process ends when it refuses to start: one line that names the setting, no stack, a code other than 0. */
class StartRefusedTests {

    private final DatabaseAccounts accounts = TestServer.get().createSchemas();

    @Test
    void a_missing_password() throws Exception {
        refuses(with("RELAIS_DATABASE_LOG_PASSWORD", ""), "RELAIS_DATABASE_LOG_PASSWORD");
    }

    @Test
    void an_application_account_that_may_change_the_log() throws Exception {
        administer("GRANT ALL PRIVILEGES ON `" + accounts.logSchema().replace("_", "\\_") + "`.* TO '"
                + accounts.name(DatabaseAccounts.Account.APPLICATION) + "'@'%'");
        refuses(with("RELAIS_TEST", ""), "RELAIS_DATABASE_APPLICATION_USERNAME");
    }

    @Test
    void a_session_cookie_in_clear() throws Exception {
        refuses(with("SERVER_SERVLET_SESSION_COOKIE_SECURE", "false"), "SERVER_SERVLET_SESSION_COOKIE_SECURE");
    }

    /** Found only when the portal is being built, and told in the same way. */
    @Test
    void no_way_to_sign_in() throws Exception {
        refuses(with("RELAIS_TEST", ""), "RELAIS_SIGN_IN_ISSUER");
    }

    @Test
    void an_empty_address_of_the_sign_in() throws Exception {
        refuses(with("RELAIS_SIGN_IN_ISSUER", ""), "RELAIS_SIGN_IN_ISSUER");
    }

    @Test
    void a_guessable_secret_of_the_sign_in() throws Exception {
        var environment = with("RELAIS_SIGN_IN_ISSUER", "https://identity.example.org/realms/relais");
        environment.put("RELAIS_SIGN_IN_CLIENT_SECRET", "changeme");
        refuses(environment, "RELAIS_SIGN_IN_CLIENT_SECRET");
    }

    /** The classes of the demonstration are there, the marker of the embedded database is not. */
    @Test
    void the_demonstration_on_another_database() throws Exception {
        var environment = with("RELAIS_DEMONSTRATION", "true");
        environment.put("RELAIS_DEMONSTRATION_MARKER", accounts.schema());
        refuses(environment, "base de données embarquée");
    }

    private void refuses(Map<String, String> environment, String word) throws InterruptedException {
        try (var portal = PortalProcess.ofClasses(environment)) {
            assertThat(portal.exitCode()).isEqualTo(1);
            var troubled = portal.output()
                    .lines()
                    .filter(line -> !line.contains("\"log.level\":\"INFO\""))
                    .toList();
            assertThat(troubled).as(portal.output()).hasSize(1);
            assertThat(troubled.getFirst())
                    .contains("\"log.level\":\"ERROR\"", "Relais ne démarre pas.", word)
                    .doesNotContain("stack_trace", "error.type");
        }
    }

    private Map<String, String> with(String name, String value) {
        var environment = new HashMap<String, String>();
        // As an operator writes them: RELAIS_DATABASE_LOG_PASSWORD
        var properties = accounts.properties(TestServer.get().address());
        properties.putAll(DatabaseAccounts.sealing(TestServer.sealing(accounts)));
        properties.forEach((property, set) ->
                environment.put(property.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), set.toString()));
        environment.remove("RELAIS_DEMONSTRATION_MARKER");
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_SERVER_PORT", "-1");
        environment.put(name, value);
        return environment;
    }

    private static void administer(String sql) throws SQLException {
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }
}
