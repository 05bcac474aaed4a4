package org.relais.shell.operation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.relais.demo.DatabaseAccounts;
import org.relais.support.PortalProcess;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that does one thing beside the nodes, as an operator starts it. */
class CommandRunTests {

    @Test
    void it_checks_the_log_says_so_and_ends() throws Exception {
        try (var portal = PortalProcess.ofClasses(with("verify-audit"))) {
            assertThat(portal.exitCode()).as(portal.output()).isZero();
            assertThat(portal.output()).contains("Aucune altération.", "ne peut pas prouver", "100 %");
        }
    }

    private static Map<String, String> with(String command) {
        var accounts = TestServer.get().createSchemas();
        var environment = new HashMap<String, String>();
        var properties = accounts.properties(TestServer.get().address());
        properties.putAll(DatabaseAccounts.sealing(TestServer.sealing(accounts)));
        properties.forEach((property, value) ->
                environment.put(property.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        environment.remove("RELAIS_DEMONSTRATION_MARKER");
        environment.put("RELAIS_SIGN_IN_ISSUER", "http://localhost:9/realms/relais");
        environment.put("RELAIS_SIGN_IN_CLIENT_SECRET", "Zr8-kQ2x.Vw7_Lp4-Ty6");
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_SERVER_PORT", "-1");
        environment.put("RELAIS_LOG_SEALING_ENABLED", "false");
        environment.put("RELAIS_COMMAND", command);
        return environment;
    }
}
