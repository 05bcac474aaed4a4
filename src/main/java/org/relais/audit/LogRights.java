package org.relais.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StartRefused;

/**
 * What an account may do in the log's schema: asked of the server's own tables, then tried, because rights also come
 * through roles and through PUBLIC.
 */
final class LogRights {

    /** ER_TABLEACCESS_DENIED_ERROR, ER_DBACCESS_DENIED_ERROR, ER_COLUMNACCESS_DENIED_ERROR. */
    private static final List<Integer> DENIED = List.of(1142, 1044, 1143);

    private final String schema;
    private final String logSchema;

    LogRights(String schema, String logSchema) {
        this.schema = schema;
        this.logSchema = logSchema;
    }

    /** The account adds rows to the log and reads them, and may do nothing else there. */
    void requireOnlyAdding(Connection connection, String variable) throws SQLException {
        var more = first(connection, """
                SELECT right_found FROM (
                    SELECT PRIVILEGE_TYPE AS right_found FROM information_schema.USER_PRIVILEGES
                    WHERE PRIVILEGE_TYPE <> 'USAGE'
                    UNION ALL SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES
                    WHERE ? LIKE TABLE_SCHEMA AND (PRIVILEGE_TYPE NOT IN ('SELECT', 'INSERT') OR IS_GRANTABLE = 'YES')
                    UNION ALL SELECT PRIVILEGE_TYPE FROM information_schema.TABLE_PRIVILEGES
                    WHERE TABLE_SCHEMA = ? AND (PRIVILEGE_TYPE NOT IN ('SELECT', 'INSERT') OR IS_GRANTABLE = 'YES')
                    UNION ALL SELECT PRIVILEGE_TYPE FROM information_schema.COLUMN_PRIVILEGES
                    WHERE TABLE_SCHEMA = ? AND PRIVILEGE_TYPE NOT IN ('SELECT', 'INSERT')
                    UNION ALL SELECT ROLE_NAME FROM information_schema.APPLICABLE_ROLES
                ) AS found LIMIT 1""", logSchema, logSchema, logSchema);
        if (more != null) {
            throw tooMuch(variable, more);
        }
        for (var attempt : attempts(connection)) {
            if (!denied(connection, attempt.statement())) {
                throw tooMuch(variable, attempt.right());
            }
        }
    }

    /** The account adds no seal: who writes the log does not vouch for it. */
    void requireNoSealing(Connection connection, String variable) throws SQLException {
        for (var table : tables(connection)) {
            var insertion = "INSERT INTO " + table + " SELECT * FROM " + table + " WHERE FALSE";
            if (table.contains("`audit_") && !denied(connection, insertion)) {
                throw tooMuch(variable, "INSERT " + table);
            }
        }
    }

    /** The account does not see the rooms. */
    void requireNothingOfTheRooms(Connection connection, String variable) throws SQLException {
        var seen = first(
                connection,
                "SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES WHERE ? LIKE TABLE_SCHEMA LIMIT 1",
                schema);
        if (seen != null) {
            throw new StartRefused(variable + "_USERNAME : ce compte atteint aussi le schéma « " + schema + " » ("
                    + seen + ") ; relancez docker/database/accounts.sql, qui lui retire ce droit.");
        }
    }

    private StartRefused tooMuch(String variable, String right) {
        return new StartRefused(variable + "_USERNAME : ce compte a plus de droits (" + right
                + ") que lire et ajouter dans le journal « " + logSchema
                + " » ; relancez docker/database/accounts.sql, qui les lui retire.");
    }

    private List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?")) {
            statement.setString(1, logSchema);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add("`" + logSchema + "`.`" + row.getString(1) + "`");
                }
            }
        }
        return tables;
    }

    private List<Attempt> attempts(Connection connection) throws SQLException {
        var attempts = new ArrayList<Attempt>();
        try (var statement =
                connection.prepareStatement("SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = ? AND ORDINAL_POSITION = 1")) {
            statement.setString(1, logSchema);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    attempts.addAll(attempts(row.getString(1), row.getString(2)));
                }
            }
        }
        // On the very first start there is no table yet; the answer about a right does not depend on it
        return attempts.isEmpty() ? attempts("access_event", "month") : attempts;
    }

    private List<Attempt> attempts(String table, String column) {
        var name = "`" + logSchema + "`.`" + table + "`";
        return List.of(
                new Attempt("UPDATE", "UPDATE " + name + " SET `" + column + "` = `" + column + "` WHERE FALSE"),
                new Attempt("DELETE", "DELETE FROM " + name + " WHERE FALSE"));
    }

    private static boolean denied(Connection connection, String attempt) {
        try (var statement = connection.createStatement()) {
            statement.execute(attempt);
            return false;
        } catch (SQLException refused) {
            return DENIED.contains(refused.getErrorCode());
        }
    }

    private static @Nullable String first(Connection connection, String query, String... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private record Attempt(String right, String statement) {}
}
