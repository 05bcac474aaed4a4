package org.relais.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.relais.audit.SealingKey;

/**
 * The pair of schemas and the accounts of {@code docker/database/accounts.sql}, with their passwords. The names of the
 * accounts start with the name of the schema, so that several pairs can live on one server.
 *
 * @param schema the schema of the rooms
 * @param logSchema the schema of the access log and the ledgers
 * @param passwords one for each account
 */
public record DatabaseAccounts(String schema, String logSchema, Map<Account, String> passwords) {

    private static final String STATEMENTS = "/demo/database/accounts.sql";
    private static final SecureRandom RANDOM = new SecureRandom();

    public DatabaseAccounts {
        passwords = Map.copyOf(passwords);
        if (passwords.size() != Account.values().length) {
            throw new IllegalArgumentException("One password for each account");
        }
    }

    /** What an account is for. */
    public enum Account {
        /** Owns the tables; used by Flyway only. */
        MIGRATION,
        /** Used by the rooms. */
        APPLICATION,
        /** Used by the log writer. */
        LOG,
        /** Reads the log and adds its seals. */
        SEALING,
        /** Reads the log from outside the portal. */
        AUDITOR,
        /** Reads everything to keep a copy. */
        BACKUP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A pair of schemas whose accounts get fresh random passwords. */
    public static DatabaseAccounts withRandomPasswords(String schema) {
        return new DatabaseAccounts(schema, schema + "_audit", passwords(account -> randomPassword()));
    }

    static Map<Account, String> passwords(Function<Account, String> password) {
        return Arrays.stream(Account.values()).collect(Collectors.toMap(Function.identity(), password));
    }

    /** A password of 192 random bits in letters, digits, minus and underscore. */
    static String randomPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The name of an account. */
    public String name(Account account) {
        return schema + "_" + account.word();
    }

    /** The password of an account. */
    public String password(Account account) {
        return Objects.requireNonNull(passwords.get(account));
    }

    /** Creates schemas and accounts, or sets the rights and passwords of those that exist. */
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
            statement.execute(
                    "GRANT SELECT ON `" + markerSchema() + "`.marker TO '" + name(Account.APPLICATION) + "'@'%'");
        }
    }

    /** Removes schemas and accounts. */
    public void drop(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + schema + "`");
            statement.execute("DROP DATABASE IF EXISTS `" + logSchema + "`");
            statement.execute("DROP DATABASE IF EXISTS `" + markerSchema() + "`");
            for (var account : Account.values()) {
                statement.execute("DROP USER IF EXISTS '" + name(account) + "'@'%'");
            }
        }
    }

    /** The properties that point the portal at these schemas. */
    public Map<String, Object> properties(String address) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("relais.database.address", address);
        properties.put("relais.database.schema", schema);
        properties.put("relais.log.schema", logSchema);
        properties.put(EmbeddedOnly.MARKER_PROPERTY, markerSchema());
        for (var account : new Account[] {Account.MIGRATION, Account.APPLICATION, Account.LOG, Account.SEALING}) {
            properties.put("relais.database." + account.word() + ".username", name(account));
            properties.put("relais.database." + account.word() + ".password", password(account));
        }
        return properties;
    }

    /** The properties that let the portal seal, and make pseudonyms, with keys in this folder, made there when there are none. */
    public static Map<String, Object> sealing(Path folder) {
        try {
            var key = folder.resolve("sealing.pem");
            SealingKey.ofFileOrNew(key);
            var pseudonyms = folder.resolve("pseudonym.key");
            if (!Files.exists(pseudonyms)) {
                var drawn = new byte[32];
                new SecureRandom().nextBytes(drawn);
                Files.writeString(pseudonyms, HexFormat.of().formatHex(drawn));
            }
            return Map.of(
                    "relais.demand.pseudonym-key", Files.readString(pseudonyms),
                    "relais.log.sealing.key", key.toString(),
                    "relais.log.sealing.checkpoints",
                            folder.resolve("checkpoints").toString());
        } catch (IOException refused) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + folder + ".", refused);
        }
    }

    private String markerSchema() {
        return schema + "_embedded";
    }

    private String statements() {
        var text = new StringBuilder();
        read().lines()
                .filter(line -> !line.startsWith("--"))
                .forEach(line -> text.append(line).append('\n'));
        var sql = text.toString()
                .replace("${schema}", schema)
                .replace("${logSchema}", logSchema)
                .replace("${host}", "%");
        for (var account : Account.values()) {
            sql = sql.replace("${" + account.word() + "Account}", name(account))
                    .replace("${" + account.word() + "Password}", password(account));
        }
        return sql;
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
