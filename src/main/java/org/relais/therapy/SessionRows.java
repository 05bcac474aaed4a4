package org.relais.therapy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.record.EntryRow;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.SessionId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The table of sessions. Insert-only; the words of the progress note stand in the session's entry of the timeline. */
@Component
class SessionRows {

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SessionId id, Grant write, SignSession session, EntryId entry, Instant signedAt) {
        jdbc.sql("""
                        INSERT INTO therapy_session
                            (id, person_id, centre_id, unit_id, clinician_id, entry_id, starts_at, minutes, approach, mode,
                             attendance, next_on, signed_at)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(write.person().value())
                .param(session.centre().value())
                .param(write.unitIn(session.centre()).map(UnitId::value).orElse(null))
                .param(write.actor().id().value())
                .param(entry.value())
                .param(Utc.column(session.start()))
                .param(session.minutes())
                .param(session.approach() == null ? null : session.approach().name())
                .param(session.mode().name())
                .param(session.attendance().name())
                .param(session.nextOn())
                .param(Utc.column(signedAt))
                .update();
    }

    List<Stored> before(Collection<PersonId> people, @Nullable SessionCursor before, int limit) {
        var query = jdbc.sql("SELECT s.id, s.entry_id, s.starts_at, n.id AS note_id, n.author_id AS note_author_id"
                        + " FROM therapy_session s LEFT JOIN therapy_process_note n ON n.session_id = s.id"
                        + " WHERE s.person_id IN (:people)"
                        + (before == null ? "" : " AND (s.starts_at < :at OR (s.starts_at = :at AND s.id < :id))")
                        + " ORDER BY s.starts_at DESC, s.id DESC LIMIT :limit")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("limit", limit);
        if (before != null) {
            query = query.param("at", Utc.column(before.start()))
                    .param("id", before.id().value());
        }
        return query.query(SessionRows::stored).list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        var note = Utc.uuidOrNull(row, "note_id");
        var author = Utc.uuidOrNull(row, "note_author_id");
        return new Stored(
                new SessionId(Utc.uuid(row, "id")),
                new EntryId(Utc.uuid(row, "entry_id")),
                Utc.instant(row, "starts_at"),
                note == null ? null : new ProcessNoteId(note),
                author == null ? null : new StaffId(author));
    }

    /** A row as stored, before it is cut to what its entry shows. */
    record Stored(
            SessionId id,
            EntryId entry,
            Instant start,
            @Nullable ProcessNoteId note,
            @Nullable StaffId noteAuthor) {

        SessionRow cut(EntryRow shown, StaffId reader) {
            return new SessionRow(
                    id,
                    start,
                    shown,
                    shown.level() == EntryLevel.FULL ? SessionDetail.read(shown.detail()) : null,
                    note != null,
                    reader.equals(noteAuthor) ? note : null);
        }
    }
}
