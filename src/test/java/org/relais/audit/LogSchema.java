package org.relais.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.support.TestServer;

/** The tables of the log in a schema of their own on the server of the tests, as the migrations make them. */
final class LogSchema implements AutoCloseable {

    private final Connection connection;
    private final String name;
    private final JdbcClient jdbc;

    private LogSchema(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** With every key, as installed. */
    static LogSchema asInstalled(String mark) throws SQLException {
        return asInstalled(mark, TestServer.get().administrator());
    }

    /** With every key, as installed, on another server. */
    static LogSchema asInstalled(String mark, Connection connection) throws SQLException {
        var name = "relais_log_" + mark + "_" + ProcessHandle.current().pid();
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00'");
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
            for (var file : new String[] {"V1__access_log.sql", "V2__sealing.sql", "V3__reading.sql"}) {
                for (var sql : read(file).replace("${logSchema}", name).split(";\\s*\\n", -1)) {
                    if (!sql.replaceAll("(?m)^--.*$", "").isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
        return new LogSchema(connection, name);
    }

    /** Without the keys that would refuse what somebody with the files of the database could do. */
    static LogSchema withoutKeys(String mark) throws SQLException {
        var schema = asInstalled(mark);
        for (var sql : new String[] {
            // One file of each is enough here, and quicker
            "access_event REMOVE PARTITIONING",
            "access_shown REMOVE PARTITIONING",
            "access_event DROP PRIMARY KEY, DROP KEY access_event_sequence, ADD KEY (month, id),"
                    + " ADD KEY (node, month, node_sequence)",
            "access_shown DROP PRIMARY KEY, ADD KEY (month, event_id, position)",
            "audit_epoch DROP PRIMARY KEY, ADD KEY (number)",
            "audit_epoch_range DROP PRIMARY KEY, DROP KEY audit_epoch_range_last, ADD KEY (epoch),"
                    + " ADD KEY (node, month, last_sequence)",
            "audit_epoch_write DROP PRIMARY KEY, DROP KEY audit_epoch_write_event, ADD KEY (epoch, position),"
                    + " ADD KEY (month, event_id)",
            "audit_key DROP PRIMARY KEY"
        }) {
            schema.execute("ALTER TABLE " + schema.name + "." + sql);
        }
        return schema;
    }

    String name() {
        return name;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    String table(String table) {
        return name + "." + table;
    }

    /** Runs and takes everything back. */
    void undone(Attempt attempt) throws Exception {
        connection.setAutoCommit(false);
        try {
            attempt.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is tried. */
    interface Attempt {
        void run() throws Exception;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        execute("DROP DATABASE IF EXISTS " + name);
        connection.close();
    }

    private static String read(String file) {
        try (var stream =
                Objects.requireNonNull(LogSchema.class.getResourceAsStream("/db/migration/audit/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
