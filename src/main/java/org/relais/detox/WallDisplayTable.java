package org.relais.detox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.DisplayId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The displays on walls. */
@Component
class WallDisplayTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    WallDisplayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            IssueDisplay command,
            CentreId centre,
            String name,
            byte[] codeHash,
            Instant until,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO detox_display
                            (id, centre_id, unit_id, name, language, color_scheme, made_at, made_by, code_hash,
                             code_until)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(command.id().value())
                .param(centre.value())
                .param(command.unit().value())
                .param(name)
                .param(command.language())
                .param(command.scheme().name())
                .param(Utc.column(at))
                .param(by.value())
                .param(codeHash)
                .param(Utc.column(until))
                .update();
    }

    /** Those that are not revoked, by name. */
    List<WallDisplay> at(Collection<CentreId> centres) {
        return jdbc.sql("SELECT * FROM detox_display WHERE centre_id IN (:centres) AND revoked_at IS NULL"
                        + " ORDER BY name, id LIMIT 500")
                .param(
                        "centres",
                        Stream.concat(Stream.of(NOTHING), centres.stream().map(CentreId::value))
                                .toList())
                .query((row, number) -> display(row))
                .list();
    }

    Optional<WallDisplay> find(DisplayId id) {
        return jdbc.sql("SELECT * FROM detox_display WHERE id = ? AND revoked_at IS NULL")
                .param(id.value())
                .query((row, number) -> display(row))
                .optional();
    }

    Optional<WallDisplay> byToken(byte[] hash) {
        return jdbc.sql("SELECT * FROM detox_display WHERE token_hash = ? AND revoked_at IS NULL")
                .param(hash)
                .query((row, number) -> display(row))
                .optional();
    }

    Optional<WallDisplay> byCode(byte[] hash, Instant now) {
        return jdbc.sql("SELECT * FROM detox_display WHERE code_hash = ? AND code_until > ? AND revoked_at IS NULL"
                        + " FOR UPDATE")
                .param(hash)
                .param(Utc.column(now))
                .query((row, number) -> display(row))
                .optional();
    }

    void pair(DisplayId id, byte[] tokenHash, Instant at) {
        jdbc.sql("UPDATE detox_display SET token_hash = ?, paired_at = ?, code_hash = NULL, code_until = NULL"
                        + " WHERE id = ?")
                .param(tokenHash)
                .param(Utc.column(at))
                .param(id.value())
                .update();
    }

    void seen(DisplayId id, Instant at) {
        jdbc.sql("UPDATE detox_display SET seen_at = ? WHERE id = ?")
                .param(Utc.column(at))
                .param(id.value())
                .update();
    }

    /** Its secrets are gone with it: whatever the device still shows opens nothing. */
    void revoke(DisplayId id, StaffId by, Instant at) {
        jdbc.sql("UPDATE detox_display SET revoked_at = ?, revoked_by = ?, code_hash = NULL, code_until = NULL,"
                        + " token_hash = NULL WHERE id = ? AND revoked_at IS NULL")
                .param(Utc.column(at))
                .param(by.value())
                .param(id.value())
                .update();
    }

    private static WallDisplay display(ResultSet row) throws SQLException {
        return new WallDisplay(
                new DisplayId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                new UnitId(Utc.uuid(row, "unit_id")),
                row.getString("name"),
                row.getString("language"),
                WallScheme.valueOf(row.getString("color_scheme")),
                Utc.instantOrNull(row, "code_until"),
                Utc.instantOrNull(row, "paired_at"),
                Utc.instantOrNull(row, "seen_at"));
    }
}
