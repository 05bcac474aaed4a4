package org.relais.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads a member of staff with their assignments in one statement. */
@Component
class StaffRegister {

    private static final String SELECT = """
            SELECT m.id, m.username, m.given_name, m.family_name, m.role, m.active, m.rights_version,
                   a.centre_id, a.unit_id
            FROM staff_member m LEFT JOIN staff_assignment a ON a.staff_id = m.id
            """;

    private final JdbcClient jdbc;

    StaffRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StaffMember> byUsername(String username) {
        return member(jdbc.sql(SELECT + "WHERE m.username = ?").param(username));
    }

    Optional<StaffMember> byId(StaffId id) {
        return member(jdbc.sql(SELECT + "WHERE m.id = ?").param(id.value()));
    }

    /** The active members with an assignment in one of the centres, and these by id, each with all their assignments. */
    List<StaffMember> active(Collection<CentreId> centres, Collection<StaffId> also) {
        var rows = jdbc.sql(SELECT + """
                        WHERE m.active AND (m.id IN (:also) OR m.id IN (
                            SELECT staff_id FROM staff_assignment WHERE centre_id IN (:centres)))
                        ORDER BY m.id""")
                .param("centres", values(centres))
                .param("also", values(also))
                .query((row, number) -> row(row))
                .list();
        return members(rows);
    }

    /** Everybody, each with all their assignments. */
    List<StaffMember> everybody() {
        return members(jdbc.sql(SELECT + "ORDER BY m.family_name, m.given_name, m.id")
                .query((row, number) -> row(row))
                .list());
    }

    private static List<StaffMember> members(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(StaffRegister::assemble)
                .toList();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static Collection<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? List.of(new UUID(0, 0))
                : ids.stream().map(Id::value).toList();
    }

    private static Optional<StaffMember> member(JdbcClient.StatementSpec statement) {
        var rows = statement.query((row, number) -> row(row)).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(assemble(rows));
    }

    private static StaffMember assemble(List<Row> rows) {
        Set<CentreId> centres = new HashSet<>();
        Set<CentreId> whole = new HashSet<>();
        Set<UnitId> units = new HashSet<>();
        for (var row : rows) {
            if (row.centre() == null) {
                continue;
            }
            centres.add(new CentreId(row.centre()));
            if (row.unit() == null) {
                whole.add(new CentreId(row.centre()));
            } else {
                units.add(new UnitId(row.unit()));
            }
        }
        var first = rows.getFirst();
        return new StaffMember(
                first.id(),
                first.username(),
                first.givenName(),
                first.familyName(),
                first.role(),
                first.active(),
                centres,
                whole,
                units,
                first.rightsVersion());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new StaffId(Utc.uuid(row, "id")),
                row.getString("username"),
                row.getString("given_name"),
                row.getString("family_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getLong("rights_version"),
                Utc.uuidOrNull(row, "centre_id"),
                Utc.uuidOrNull(row, "unit_id"));
    }

    private record Row(
            StaffId id,
            String username,
            String givenName,
            String familyName,
            Role role,
            boolean active,
            long rightsVersion,
            @Nullable UUID centre,
            @Nullable UUID unit) {}
}
