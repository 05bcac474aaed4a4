package org.relais.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker/database/relais.cnf}, read by the real server: it says what it made of each line. */
class DatabaseSettingsTests {

    @TempDir
    Path folder;

    @Test
    void the_server_knows_every_setting_and_keeps_what_was_committed() throws Exception {
        // Unpacked with the first start of the server of the tests
        TestServer.get();
        var server = TestServer.binaries().resolve("bin").resolve("mariadbd");
        assertThat(server).isExecutable();
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(List.of(
                server.toString(),
                "--defaults-file=" + Deployment.folder().resolve("database/relais.cnf"),
                "--basedir=" + TestServer.binaries(),
                "--datadir=" + folder,
                // The one folder that only the container has
                "--secure-file-priv=" + folder,
                "--user=" + System.getProperty("user.name"),
                "--verbose",
                "--help"));
        var libraries = TestServer.binaries().resolve("libs").toString();
        process.environment().put(mac() ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH", libraries);
        var code = process.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();

        var lines = Files.readAllLines(said).stream()
                .map(line -> line.replaceAll(" {2,}", " = "))
                .toList();
        assertThat(code).isZero();
        assertThat(lines)
                .contains(
                        "innodb-flush-log-at-trx-commit = 1",
                        "sync-binlog = 1",
                        "log-bin = relais",
                        "binlog-format = ROW",
                        "default-time-zone = +00:00",
                        "character-set-server = utf8mb4",
                        "collation-server = utf8mb4_uca1400_ai_ci",
                        "local-infile = FALSE",
                        "skip-name-resolve = TRUE");
        assertThat(lines).noneMatch(line -> line.contains("unknown variable") || line.contains("unknown option"));
    }

    private static boolean mac() {
        return System.getProperty("os.name").startsWith("Mac");
    }
}
