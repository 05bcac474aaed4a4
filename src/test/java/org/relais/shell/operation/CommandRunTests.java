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

    @Test
    void words_behind_the_file_are_a_command_too_and_a_name_of_several_words_stays_one() throws Exception {
        var environment = with("");
        environment.remove("RELAIS_COMMAND");
        try (var portal = PortalProcess.ofClasses(environment, "administrator", "c.moreau", "Claire", "de la Tour")) {
            assertThat(portal.exitCode()).as(portal.output()).isZero();
            assertThat(portal.output()).contains("Claire de la Tour administre désormais le portail");
        }
        environment.put("RELAIS_COMMAND", "administrator p.roux \"Jean Paul\" Roux");
        try (var portal = PortalProcess.ofClasses(environment)) {
            assertThat(portal.exitCode()).as(portal.output()).isEqualTo(1);
            assertThat(portal.output()).contains("déjà un·e administrateur·rice");
        }
    }

    @Test
    void what_stands_in_quotes_is_one_word() {
        assertThat(CommandRun.words("administrator p.roux \"Jean Paul\" Roux"))
                .containsExactly("administrator", "p.roux", "Jean Paul", "Roux");
        assertThat(CommandRun.words(" verify-audit  --proof x ")).containsExactly("verify-audit", "--proof", "x");
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
