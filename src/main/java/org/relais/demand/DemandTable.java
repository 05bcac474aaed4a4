package org.relais.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.DemandAnswerId;
import org.relais.shared.DemandFileId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The answers and the files that were made: inserted, never changed. */
@Component
class DemandTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    DemandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts a version. Of two that follow the same one the database lets one in. */
    void insert(IntakeAnswer answer) {
        jdbc.sql("""
                        INSERT INTO demand_answer
                            (id, episode_id, item, version, person_id, centre_id, unit_id, code, years, rule_version,
                             recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(answer.id().value())
                .param(answer.episode().value())
                .param(answer.item().name())
                .param(answer.version())
                .param(answer.person().value())
                .param(answer.centre().value())
                .param(answer.unit() == null ? null : answer.unit().value())
                .param(answer.code())
                .param(answer.years())
                .param(answer.rule())
                .param(Utc.column(answer.recordedAt()))
                .param(answer.recordedBy().value())
                .update();
    }

    /** Every version of these treatments, the latest first. */
    List<IntakeAnswer> of(Collection<EpisodeId> episodes) {
        return jdbc.sql("SELECT * FROM demand_answer WHERE episode_id IN (:episodes) ORDER BY version DESC, id DESC")
                .param("episodes", values(episodes))
                .query(DemandTable::row)
                .list();
    }

    void made(
            DemandFileId id,
            int year,
            @Nullable CentreId centre,
            DemandFile.Kind kind,
            int clients,
            String hash,
            Instant at,
            StaffId by) {
        jdbc.sql("""
                        INSERT INTO demand_file (id, year, centre_id, kind, clients, hash, made_at, made_by)
                        VALUES (?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(year)
                .param(centre == null ? null : centre.value())
                .param(kind.name())
                .param(clients)
                .param(hash)
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    private static IntakeAnswer row(ResultSet row, int number) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new IntakeAnswer(
                new DemandAnswerId(Utc.uuid(row, "id")),
                new EpisodeId(Utc.uuid(row, "episode_id")),
                DemandItem.valueOf(row.getString("item")),
                row.getInt("version"),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getString("code"),
                row.getObject("years", Integer.class),
                row.getInt("rule_version"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
