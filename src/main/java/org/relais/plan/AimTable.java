package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.AimId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** What people said of their use, row by row; insert-only. */
@Component
class AimTable {

    private final JdbcClient jdbc;

    AimTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AimRow> find(Collection<PersonId> people, AimId aim) {
        return jdbc.sql("SELECT * FROM plan_aim WHERE person_id IN (:people) AND id = :aim")
                .param("people", GoalTable.values(people))
                .param("aim", aim.value())
                .query(AimTable::row)
                .optional();
    }

    /** The latest first. */
    List<AimRow> of(Collection<PersonId> people, int limit) {
        return jdbc.sql("""
                        SELECT * FROM plan_aim WHERE person_id IN (:people)
                        ORDER BY version DESC, written_at DESC LIMIT :limit""")
                .param("people", GoalTable.values(people))
                .param("limit", limit)
                .query(AimTable::row)
                .list();
    }

    void insert(
            PersonId person,
            WriteAim command,
            AimChecks.Checked aim,
            @Nullable UnitId unit,
            EntryId entry,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO plan_aim
                            (id, person_id, centre_id, unit_id, version, words, aim, target_days, target_amount,
                             target_unit, stage, stage_on, importance, confidence, entry_id, written_at, written_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(command.id().value())
                .param(person.value())
                .param(command.centre().value())
                .param(unit == null ? null : unit.value())
                .param(command.expectedVersion() + 1)
                .param(aim.words())
                .param(aim.aim().name())
                .param(aim.target().days())
                .param(aim.target().amount())
                .param(aim.target().unit())
                .param(aim.stage() == null ? null : aim.stage().name())
                .param(aim.stageOn())
                .param(aim.importance())
                .param(aim.confidence())
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    private static AimRow row(ResultSet row, int number) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        @Nullable String stage = row.getString("stage");
        return new AimRow(
                new AimId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getInt("version"),
                row.getString("words"),
                UseAim.valueOf(row.getString("aim")),
                new UseTarget(
                        row.getObject("target_days", Integer.class),
                        row.getBigDecimal("target_amount"),
                        row.getString("target_unit")),
                stage == null ? null : ChangeStage.valueOf(stage),
                row.getObject("stage_on", LocalDate.class),
                row.getObject("importance", Integer.class),
                row.getObject("confidence", Integer.class),
                Utc.instant(row, "written_at"),
                new StaffId(Utc.uuid(row, "written_by")));
    }
}
