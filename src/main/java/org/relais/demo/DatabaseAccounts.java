package org.relais.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The pair of schemas and the three accounts of {@code docker/database/accounts.sql}, with their passwords. The names of
 * the accounts start with the name of the schema, so that several pairs can live on one server.
 *
 * @param schema the schema of the rooms
 * @param logSchema the schema of the access log and the ledgers
 */
public record DatabaseAccounts(
        String schema, String logSchema, String migrationPassword, String applicationPassword, String logPassword) {

    private static final String STATEMENTS = "/demo/database/accounts.sql";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A pair of schemas whose accounts get fresh random passwords. */
    public static DatabaseAccounts withRandomPasswords(String schema) {
        return new DatabaseAccounts(schema, schema + "_audit", randomPassword(), randomPassword(), randomPassword());
    }

    /** A password of 192 random bits in letters, digits, minus and underscore. */
    static String randomPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The account that owns the tables; used by Flyway only. */
    public String migrationAccount() {
        return schema + "_migration";
    }

    /** The account the rooms use. */
    public String applicationAccount() {
        return schema + "_application";
    }

    /** The account of the log writer. */
    public String logAccount() {
        return schema + "_log";
    }

    /** Creates schemas and accounts, or sets the passwords of those that exist. */
    public void create(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement()) {
            for (var sql : statements().split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            // What the demonstration looks for before it does anything: see EmbeddedOnly
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + markerSchema() + "`");
            statement.execute("CREATE TABLE IF NOT EXISTS `" + markerSchema() + "`.marker (note VARCHAR(80))");
            statement.execute("GRANT SELECT ON `" + markerSchema() + "`.marker TO '" + applicationAccount() + "'@'%'");
        }
    }

    /** Removes schemas and accounts. */
    public void drop(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + schema + "`");
            statement.execute("DROP DATABASE IF EXISTS `" + logSchema + "`");
            statement.execute("DROP DATABASE IF EXISTS `" + markerSchema() + "`");
            statement.execute("DROP USER IF EXISTS '" + migrationAccount() + "'@'%', '" + applicationAccount()
                    + "'@'%', '" + logAccount() + "'@'%'");
        }
    }

    /** The properties that point the portal at these schemas. */
    public Map<String, Object> properties(String address) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("relais.database.address", address);
        properties.put("relais.database.schema", schema);
        properties.put("relais.log.schema", logSchema);
        properties.put("relais.database.application.username", applicationAccount());
        properties.put("relais.database.application.password", applicationPassword);
        properties.put("relais.database.migration.username", migrationAccount());
        properties.put("relais.database.migration.password", migrationPassword);
        properties.put("relais.database.log.username", logAccount());
        properties.put("relais.database.log.password", logPassword);
        properties.put(EmbeddedOnly.MARKER_PROPERTY, markerSchema());
        return properties;
    }

    private String markerSchema() {
        return schema + "_embedded";
    }

    private String statements() {
        var sql = new StringBuilder();
        read().lines()
                .filter(line -> !line.startsWith("--"))
                .forEach(line -> sql.append(line).append('\n'));
        return sql.toString()
                .replace("${schema}", schema)
                .replace("${logSchema}", logSchema)
                .replace("${host}", "%")
                .replace("${migrationAccount}", migrationAccount())
                .replace("${applicationAccount}", applicationAccount())
                .replace("${logAccount}", logAccount())
                .replace("${migrationPassword}", migrationPassword)
                .replace("${applicationPassword}", applicationPassword)
                .replace("${logPassword}", logPassword);
    }

    private static String read() {
        try (var stream = Objects.requireNonNull(DatabaseAccounts.class.getResourceAsStream(STATEMENTS), STATEMENTS)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + STATEMENTS, unreadable);
        }
    }

    @Override
    public String toString() {
        return "DatabaseAccounts[" + schema + ", " + logSchema + "]";
    }
}
