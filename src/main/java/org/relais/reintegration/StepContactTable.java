package org.relais.reintegration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.EntryId;
import org.relais.shared.StaffId;
import org.relais.shared.StepContactId;
import org.relais.shared.StepId;
import org.relais.shared.Utc;

/** The contacts about steps. Insert-only. */
@Component
class StepContactTable {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    StepContactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NoteContact contact, ContactWay way, @Nullable String note, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO reintegration_step_contact
                            (id, step_id, way, reached, note, entry_id, made_at, made_by)
                        VALUES (?,?,?,?,?,?,?,?)""")
                .param(contact.id().value())
                .param(contact.step().value())
                .param(way.name())
                .param(contact.reached())
                .param(note)
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    boolean stands(StepContactId id, StepId step) {
        return jdbc.sql("SELECT COUNT(*) FROM reintegration_step_contact WHERE id = ? AND step_id = ?")
                        .param(id.value())
                        .param(step.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<StepContactRow> of(StepId step) {
        return jdbc.sql("""
                        SELECT * FROM reintegration_step_contact WHERE step_id = ?
                        ORDER BY made_at DESC, id DESC LIMIT ?""")
                .param(step.value())
                .param(MOST)
                .query(StepContactTable::row)
                .list();
    }

    private static StepContactRow row(ResultSet row, int number) throws SQLException {
        return new StepContactRow(
                new StepContactId(Utc.uuid(row, "id")),
                ContactWay.valueOf(row.getString("way")),
                row.getBoolean("reached"),
                row.getString("note"),
                Utc.instant(row, "made_at"),
                new StaffId(Utc.uuid(row, "made_by")));
    }
}
