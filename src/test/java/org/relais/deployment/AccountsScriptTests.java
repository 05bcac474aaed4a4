package org.relais.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker/database/set-accounts}: what it hands to the server, and what the server makes of it. */
class AccountsScriptTests {

    @TempDir
    Path folder;

    @Test
    void it_makes_every_account_and_may_be_repeated() throws Exception {
        var ran = run(Map.of());
        assertThat(ran.code()).as(ran.said()).isZero();
        // Names of our own: the server of the tests may be somebody's
        var mark = "t" + ProcessHandle.current().pid() + "s";
        var statements =
                ran.said().replaceAll("(?m)^--.*$|^Comptes à jour.$", "").replaceAll("relais|keycloak", mark + "$0");
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            for (var time = 0; time < 2; time++) {
                for (var sql : statements.split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            var address = "jdbc:mariadb://" + TestServer.get().address() + "/";
            try (var keycloak = DriverManager.getConnection(
                            address + mark + "keycloak", mark + "keycloak", "identity-secret");
                    var made = keycloak.createStatement()) {
                made.execute("CREATE TABLE realm (id INT)");
            }
            try (var application = DriverManager.getConnection(
                    address + mark + "relais", mark + "relais_application", "application-secret")) {
                assertThat(application.isValid(1)).isTrue();
            }
            statement.execute("DROP DATABASE " + mark + "relais");
            statement.execute("DROP DATABASE " + mark + "relais_audit");
            statement.execute("DROP DATABASE " + mark + "keycloak");
            for (var account : new String[] {
                "relais_migration",
                "relais_application",
                "relais_log",
                "relais_sealing",
                "relais_auditor",
                "relais_backup",
                "keycloak"
            }) {
                statement.execute("DROP USER " + mark + account + "@'%'");
            }
        }
    }

    @Test
    void a_password_that_would_end_the_statement_is_refused() throws Exception {
        var ran = run(Map.of("RELAIS_DATABASE_LOG_PASSWORD", "x' OR '1"));
        assertThat(ran.code()).isNotZero();
        assertThat(ran.said()).contains("logPassword").doesNotContain("x' OR");
    }

    @Test
    void a_missing_password_is_refused() throws Exception {
        var ran = run(Map.of("RELAIS_DATABASE_BACKUP_PASSWORD", ""));
        assertThat(ran.code()).isNotZero();
        assertThat(ran.said()).contains("RELAIS_DATABASE_BACKUP_PASSWORD").doesNotContain("CREATE USER");
    }

    private Ran run(Map<String, String> changed) throws IOException, InterruptedException {
        // In the place of the database's own client: hands on what it was given
        var client = folder.resolve("client");
        Files.writeString(client, "#!/bin/sh\ncat\n");
        assertThat(client.toFile().setExecutable(true)).isTrue();
        var variables = new LinkedHashMap<String, String>();
        for (var account :
                new String[] {"migration", "application", "log", "sealing", "auditor", "backup", "identity"}) {
            variables.put(
                    "RELAIS_DATABASE_" + account.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD", account + "-secret");
        }
        variables.put("MARIADB_ROOT_PASSWORD", "root-secret");
        variables.put("RELAIS_MARIADB_CLIENT", client.toString());
        variables.putAll(changed);
        var builder = new ProcessBuilder(
                        "bash",
                        Deployment.folder().resolve("database/set-accounts").toString())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private record Ran(int code, String said) {}
}
