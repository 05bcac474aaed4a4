package org.relais.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Id;
import org.relais.shared.NoticeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The table of notices; a row is inserted with the act it tells of, and changed once, when it is seen. */
@Component
class NoticeRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void tell(Authority authority, PersonId person, Collection<StaffId> staff, NoticeKind kind, Id source) {
        for (var each : new HashSet<>(staff)) {
            insert(authority.actor().id(), person, each, kind, source);
        }
    }

    void tell(Grant grant, StaffId staff, NoticeKind kind, Id source) {
        insert(grant.actor().id(), grant.person(), staff, kind, source);
    }

    void insert(StaffId by, PersonId person, StaffId to, NoticeKind kind, Id source) {
        jdbc.sql("""
                        INSERT INTO access_notice (id, staff_id, person_id, kind, source_id, told_by, told_at)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(NoticeId.create().value())
                .param(to.value())
                .param(person.value())
                .param(kind.name())
                .param(source.value())
                .param(by.value())
                .param(Utc.column(clock.instant()))
                .update();
    }

    /** Not of a person who was protected since, and does not name this member of staff. */
    List<Notice> unseen(StaffId staff, int most) {
        return jdbc.sql("""
                        SELECT * FROM access_notice n WHERE n.staff_id = :staff AND n.seen_at IS NULL
                          AND NOT EXISTS (
                              SELECT 1 FROM access_protection x
                              WHERE (x.person_id = n.person_id
                                     OR EXISTS (SELECT 1 FROM access_merge m
                                                WHERE m.live
                                                  AND ((m.absorbed_id = x.person_id AND m.surviving_id = n.person_id)
                                                       OR (m.surviving_id = x.person_id
                                                           AND m.absorbed_id = n.person_id))))
                                AND NOT EXISTS (SELECT 1 FROM access_protection_staff s
                                                WHERE s.person_id = x.person_id AND s.staff_id = :staff))
                        ORDER BY n.told_at DESC, n.id DESC LIMIT :most""")
                .param("staff", staff.value())
                .param("most", most)
                .query((row, number) -> notice(row))
                .list();
    }

    /** Everything told after a moment, to whomever. */
    List<Notice> toldSince(Instant moment) {
        return jdbc.sql("SELECT * FROM access_notice WHERE told_at >= ? ORDER BY told_at, id")
                .param(Utc.column(moment))
                .query((row, number) -> notice(row))
                .list();
    }

    void seen(StaffId staff, NoticeId notice) {
        jdbc.sql("UPDATE access_notice SET seen_at = ? WHERE id = ? AND staff_id = ? AND seen_at IS NULL")
                .param(Utc.column(clock.instant()))
                .param(notice.value())
                .param(staff.value())
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new NoticeId(Utc.uuid(row, "id")),
                new StaffId(Utc.uuid(row, "staff_id")),
                NoticeKind.valueOf(row.getString("kind")),
                new PersonId(Utc.uuid(row, "person_id")),
                Utc.uuid(row, "source_id"),
                new StaffId(Utc.uuid(row, "told_by")),
                Utc.instant(row, "told_at"));
    }
}
