package org.relais.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.demo.DatabaseAccounts;
import org.relais.demo.DatabaseAccounts.Account;
import org.relais.demo.EmbeddedServer;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * {@code docker/backup/backup} and {@code docker/backup/restore}, as an operator runs them: one server is written to
 * before and after a chosen second and then spoilt, another one is given the state of that second.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTests {

    private static final Path COMMANDS =
            TestServer.target().resolveSibling("docker").resolve("backup");
    private static final String PASSWORD =
            DatabaseAccounts.withRandomPasswords("x").password(Account.LOG);

    private final DatabaseAccounts accounts = DatabaseAccounts.withRandomPasswords("relais");
    private EmbeddedServer.Running source;
    private EmbeddedServer.Running target;
    private Path copies;
    private Instant chosen;
    private SortedMap<String, String> atThatSecond;

    @TempDir
    static Path folder;

    @BeforeAll
    void liveThroughADay() throws Exception {
        source = start("source", 1);
        copies = folder.resolve("copies");
        try (var administrator = administrator(source)) {
            accounts.create(administrator);
            migrate();
            fillEveryTable(administrator);
        }
        write("before the full copy", 1);
        run("backup", source, Map.of());
        write("after the full copy", 2);
        // Several binary logs, one of them begun in the middle
        administer(source, "FLUSH BINARY LOGS");
        write("in the next binary log", 3);
        chosen = nextSecond();
        atThatSecond = checksums(source);
        awaitClock(chosen);
        write("after the chosen second", 4);
        administer(source, "DELETE FROM relais_audit.access_event");
        administer(source, "USE relais", "DROP TABLE proof");
        // The logs are said to be whole up to the second before they are read
        awaitClock(chosen.plusSeconds(2));
        run("backup", source, Map.of(), "--logs");
        target = start("target", 2);
    }

    @AfterAll
    void stop() {
        for (var server : new EmbeddedServer.Running[] {source, target}) {
            if (server != null) {
                EmbeddedServer.stop(server.pid());
            }
        }
    }

    @Test
    @Order(1)
    void the_state_of_the_chosen_second_comes_back_row_for_row() throws Exception {
        assertThat(atThatSecond).hasSizeGreaterThan(30);
        assertThat(atThatSecond.values())
                .filteredOn(checksum -> !checksum.equals("0"))
                .hasSizeGreaterThan(20);

        var told = run("restore", target, administratorOf(), "--to", chosen.toString());

        assertThat(checksums(target)).isEqualTo(atThatSecond);
        assertThat(told).contains("jusqu’à " + chosen, "comptes et droits : 6", "tables : " + atThatSecond.size());
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    @Order(2)
    void the_accounts_come_back_with_their_passwords_and_rights(Account account) throws Exception {
        assertThat(grants(target, account))
                .containsExactlyInAnyOrderElementsOf(grants(source, account))
                .isNotEmpty();
        try (var connection =
                        EmbeddedServer.connect(target.port(), accounts.name(account), accounts.password(account));
                var statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT 1")).isTrue();
            assertThatThrownBy(() -> statement.execute("DELETE FROM relais_audit.access_event"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    @Order(3)
    void a_server_that_holds_something_is_left_alone_unless_told() throws Exception {
        administer(target, "INSERT INTO relais.proof (id, word) VALUES (UUID(), 'kept')");
        var before = checksums(target);
        assertThat(refused("restore", target, administratorOf())).contains("--overwrite");
        assertThat(checksums(target)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void nothing_is_restored_under_a_portal_that_runs() throws Exception {
        try (var portal = EmbeddedServer.connect(
                target.port(), accounts.name(Account.APPLICATION), accounts.password(Account.APPLICATION))) {
            portal.setCatalog("relais");
            assertThat(refused("restore", target, administratorOf(), "--overwrite"))
                    .contains("arrêtez le portail");
        }
    }

    @Test
    @Order(5)
    void without_a_second_the_latest_state_comes_back() throws Exception {
        var latest = checksums(source);
        assertThat(latest).isNotEqualTo(atThatSecond).doesNotContainKey("relais.proof");
        run("restore", target, administratorOf(), "--overwrite");
        assertThat(checksums(target)).isEqualTo(latest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.sql.gz", "accounts.sql", "position"})
    @Order(6)
    void a_copy_that_was_changed_is_refused_before_anything_is_touched(String file) throws Exception {
        var before = checksums(target);
        var changed = full().resolve(file);
        var kept = Files.readAllBytes(changed);
        try {
            Files.write(changed, new byte[] {'\n'}, StandardOpenOption.APPEND);
            assertThat(refused("restore", target, administratorOf(), "--overwrite"))
                    .contains("sommes de contrôle");
        } finally {
            Files.write(changed, kept);
        }
        assertThat(checksums(target)).isEqualTo(before);
    }

    @Test
    @Order(7)
    void a_binary_log_that_was_changed_or_is_missing_is_refused() throws Exception {
        var first = logs().getFirst();
        var kept = Files.readAllBytes(first);
        var spoilt = kept.clone();
        spoilt[spoilt.length / 2] ^= 1;
        var sum = first.resolveSibling(first.getFileName() + ".sha256");
        var keptSum = Files.readAllBytes(sum);
        try {
            Files.write(first, spoilt);
            assertThat(refused("restore", target, administratorOf(), "--overwrite"))
                    .contains("somme de contrôle");
            Files.delete(first);
            Files.delete(sum);
            assertThat(refused("restore", target, administratorOf(), "--overwrite"))
                    .contains("Il manque");
        } finally {
            Files.write(first, kept);
            Files.write(sum, keptSum);
        }
    }

    @Test
    @Order(8)
    void a_second_that_the_copies_do_not_reach_is_refused() throws Exception {
        assertThat(refused("restore", target, administratorOf(), "--overwrite", "--to", "2099-01-01T00:00:00Z"))
                .contains("ne vont que jusqu’à");
        assertThat(refused("restore", target, administratorOf(), "--overwrite", "--to", "2020-01-01T00:00:00Z"))
                .contains("Aucune copie complète");
        assertThat(refused("restore", target, administratorOf(), "--to", "2026-11-22 10:15:30"))
                .contains("temps universel");
    }

    @Test
    @Order(9)
    void the_logs_of_two_servers_are_not_mixed() throws Exception {
        var known = logs().getFirst();
        var kept = Files.readAllBytes(known);
        try {
            Files.write(known, new byte[kept.length - 1]);
            assertThat(refused("backup", source, Map.of(), "--logs")).contains("autre serveur");
        } finally {
            Files.write(known, kept);
        }
    }

    @Test
    @Order(10)
    void a_password_stands_in_no_copy_and_no_answer() throws Exception {
        var told = run("backup", source, Map.of());
        assertThat(told).doesNotContain(accounts.password(Account.BACKUP));
        try (var files = Files.walk(copies)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".sql")).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(accounts.passwords().values());
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            }
        }
    }

    private static EmbeddedServer.Running startIn(Path folder, String name, int id) {
        return EmbeddedServer.start(
                TestServer.binaries(),
                folder.resolve(name).resolve("data"),
                PASSWORD,
                List.of(
                        "--log-bin=" + folder.resolve(name).resolve("binary"),
                        "--binlog-format=ROW",
                        // mariadb-binlog of Debian 12 is 10.11, and reads from no server that calls itself newer
                        "--version=10.11.11-MariaDB",
                        "--server-id=" + id,
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-buffer-pool-size=64M",
                        "--innodb-log-file-size=32M"));
    }

    private EmbeddedServer.Running start(String name, int id) throws IOException {
        Files.createDirectories(folder.resolve(name));
        return startIn(folder, name, id);
    }

    /** The tables as they are in production: every room's migrations, through the account that migrates. */
    private void migrate() throws IOException {
        var root = TestServer.target().resolve("classes/db/migration");
        try (var rooms = Files.list(root)) {
            for (var room : rooms.sorted().toList()) {
                Flyway.configure()
                        .dataSource(
                                "jdbc:mariadb://127.0.0.1:" + source.port() + "/relais",
                                accounts.name(Account.MIGRATION),
                                accounts.password(Account.MIGRATION))
                        .locations("filesystem:" + room)
                        .table("flyway_" + room.getFileName())
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholders(Map.of("schema", "relais", "logSchema", "relais_audit"))
                        .load()
                        .migrate();
            }
        }
        try (var connection = EmbeddedServer.connect(
                        source.port(), accounts.name(Account.MIGRATION), accounts.password(Account.MIGRATION));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE relais.proof (id UUID PRIMARY KEY, word VARCHAR(80), at DATETIME(6),"
                    + " bytes VARBINARY(16), number DECIMAL(9,3))");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A row in each table that takes one of its defaults: what matters is that no table comes back empty. */
    private static void fillEveryTable(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute("SET SESSION sql_mode = '', foreign_key_checks = 0");
            for (var table : tables(administrator)) {
                statement.execute("INSERT IGNORE INTO " + table + " () VALUES ()");
            }
            // The one table whose own rule refuses its defaults: a lock is on a section or on a unit
            statement.execute("INSERT INTO relais.access_lock (section) VALUES ('MEDICAL')");
        }
    }

    /** One transaction of both schemas, as a signed change and its row in the log. */
    private void write(String word, int month) throws SQLException {
        try (var connection = EmbeddedServer.connect(
                        source.port(), accounts.name(Account.APPLICATION), accounts.password(Account.APPLICATION));
                var room = connection.prepareStatement(
                        "INSERT INTO relais.proof VALUES (UUID(), ?, UTC_TIMESTAMP(6), RANDOM_BYTES(16), RAND())");
                var log = connection.prepareStatement("INSERT INTO relais_audit.access_event (month, id, occurred_at,"
                        + " node, actor_role, action, section, purpose, allowed, leaf_hash)"
                        + " VALUES (?, UUID(), UTC_TIMESTAMP(6), 'n', 'r', 'VIEW', 's', 'p', TRUE, '')")) {
            connection.setAutoCommit(false);
            for (int count = 0; count < 20; count++) {
                room.setString(1, word + " — œdème 🩹 '\\\"; DROP " + count);
                room.execute();
                log.setInt(1, 202611 + month);
                log.execute();
                connection.commit();
            }
        }
    }

    private SortedMap<String, String> checksums(EmbeddedServer.Running server) throws SQLException {
        var checksums = new TreeMap<String, String>();
        try (var administrator = administrator(server);
                var statement = administrator.createStatement()) {
            for (var table : tables(administrator)) {
                try (var row = statement.executeQuery("CHECKSUM TABLE " + table + " EXTENDED")) {
                    row.next();
                    checksums.put(table, row.getString(2));
                }
            }
        }
        return checksums;
    }

    private static List<String> tables(Connection administrator) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = administrator.createStatement();
                var rows = statement.executeQuery("SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME)"
                        + " FROM information_schema.TABLES WHERE TABLE_SCHEMA IN ('relais', 'relais_audit')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private List<String> grants(EmbeddedServer.Running server, Account account) throws SQLException {
        var grants = new ArrayList<String>();
        try (var administrator = administrator(server);
                var statement = administrator.createStatement();
                var rows = statement.executeQuery("SHOW GRANTS FOR '" + accounts.name(account) + "'@'%'")) {
            while (rows.next()) {
                // What only the demonstration looks for is no part of a deployment
                if (!rows.getString(1).contains("_embedded")) {
                    grants.add(rows.getString(1));
                }
            }
        }
        return grants;
    }

    private Instant nextSecond() throws SQLException {
        return serverTime().plusSeconds(2).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private void awaitClock(Instant time) throws SQLException, InterruptedException {
        while (serverTime().isBefore(time)) {
            Thread.sleep(20);
        }
    }

    private Instant serverTime() throws SQLException {
        try (var administrator = administrator(source);
                var row = administrator.createStatement().executeQuery("SELECT UTC_TIMESTAMP(6)")) {
            row.next();
            return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }

    private Path full() throws IOException {
        try (var found = Files.list(copies)) {
            return found.filter(each -> each.getFileName().toString().startsWith("full-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> found = Files.list(copies.resolve("logs"))) {
            return found.filter(each -> each.getFileName().toString().matches("binary\\.\\d+"))
                    .sorted()
                    .toList();
        }
    }

    /** mariadb-binlog knows a change of a table by the schema in use when it was made. */
    @Test
    @Order(11)
    void a_table_changed_without_a_schema_in_use_is_told() throws Exception {
        administer(source, "CREATE TABLE relais.stray (id INT)");
        run("backup", source, Map.of(), "--logs");
        var told = refused("restore", target, administratorOf(), "--overwrite");
        assertThat(told).contains("CREATE TABLE relais.stray", "restauré");
    }

    private String run(String command, EmbeddedServer.Running server, Map<String, String> more, String... arguments)
            throws Exception {
        var ended = execute(command, server, more, arguments);
        assertThat(ended.code()).as(ended.told()).isZero();
        return ended.told();
    }

    private String refused(String command, EmbeddedServer.Running server, Map<String, String> more, String... arguments)
            throws Exception {
        var ended = execute(command, server, more, arguments);
        assertThat(ended.code()).as(ended.told()).isNotZero();
        return ended.told();
    }

    private Ended execute(String command, EmbeddedServer.Running server, Map<String, String> more, String... arguments)
            throws Exception {
        var line = new ArrayList<String>();
        line.add(COMMANDS.resolve(command).toString());
        line.addAll(List.of(arguments));
        var output = Files.createTempFile(folder, command, ".out");
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        var settings = new HashMap<>(Map.of(
                "RELAIS_DATABASE_ADDRESS", "127.0.0.1:" + server.port(),
                "RELAIS_BACKUP_FOLDER", copies.toString(),
                "RELAIS_BACKUP_PASSWORD", accounts.password(Account.BACKUP)));
        settings.putAll(more);
        builder.environment().putAll(settings);
        // Whatever the zone of the machine, a second is one of UTC
        builder.environment().put("TZ", "Pacific/Auckland");
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static Map<String, String> administratorOf() {
        return Map.of("RELAIS_RESTORE_ACCOUNT", EmbeddedServer.ADMINISTRATOR, "RELAIS_RESTORE_PASSWORD", PASSWORD);
    }

    private static Connection administrator(EmbeddedServer.Running server) throws SQLException {
        return EmbeddedServer.connect(server.port(), EmbeddedServer.ADMINISTRATOR, PASSWORD);
    }

    private static void administer(EmbeddedServer.Running server, String... statements) throws SQLException {
        try (var administrator = administrator(server);
                var statement = administrator.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private record Ended(int code, String told) {}
}
