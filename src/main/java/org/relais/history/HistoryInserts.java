package org.relais.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.HistoryItemId;
import org.relais.shared.Utc;

/** Writes facts in batches. The unique key on person and source key decides in the end whether a fact is there. */
@Component
class HistoryInserts {

    private static final int BATCH = 500;
    private static final int KEY = 400;
    private static final int SYSTEM = 120;

    private final JdbcOperations jdbc;

    HistoryInserts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the facts whose source key the person's history does not hold yet, and tells how many these are. */
    <T> int insertMissing(
            HistoryKind kind,
            ImportOrigin origin,
            Instant now,
            List<T> facts,
            Function<T, String> sourceKey,
            Function<T, HistoryColumns> columns) {
        var person = origin.person().value();
        var system = FreeText.requireLine("system", origin.system(), SYSTEM);
        var known = new HashSet<>(jdbc.queryForList(
                "SELECT source_key FROM " + kind.table() + " WHERE person_id = ?", String.class, person));
        var rows = new ArrayList<List<@Nullable Object>>();
        var names = new ArrayList<String>();
        for (var fact : facts) {
            var key = checkedKey(sourceKey.apply(fact));
            if (!known.add(key)) {
                continue;
            }
            var own = columns.apply(fact);
            if (rows.isEmpty()) {
                names.addAll(List.of(
                        "id",
                        "person_id",
                        "centre_id",
                        "unit_id",
                        "imported_from",
                        "source_key",
                        "imported_at",
                        "listed_at"));
                names.addAll(own.names());
            }
            var listed = own.time() == null ? now : own.time();
            var row = new ArrayList<@Nullable Object>();
            Collections.addAll(
                    row,
                    HistoryItemId.create().value(),
                    person,
                    origin.centre().value(),
                    origin.unit() == null ? null : origin.unit().value(),
                    system,
                    key,
                    Utc.column(now),
                    Utc.column(listed));
            row.addAll(own.values());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            insert(kind, names, rows);
        }
        return rows.size();
    }

    static String checkedKey(String sourceKey) {
        return FreeText.requireLine("sourceKey", sourceKey, KEY);
    }

    private void insert(HistoryKind kind, List<String> names, List<List<@Nullable Object>> rows) {
        var sql = "INSERT INTO " + kind.table() + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(",", Collections.nCopies(names.size(), "?")) + ")";
        try {
            jdbc.batchUpdate(sql, rows, BATCH, HistoryInserts::bind);
        } catch (DuplicateKeyException importedMeanwhile) {
            throw new Conflict("history.error.imported-meanwhile");
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> row) throws SQLException {
        for (int column = 0; column < row.size(); column++) {
            statement.setObject(column + 1, row.get(column));
        }
    }
}
