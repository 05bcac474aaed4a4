package org.relais.therapy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.shared.AddendumId;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.SessionId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The words of process notes. Every statement that reads them is bound to the author, so that no other gets any. */
@Component
class ProcessNoteRows {

    private final JdbcClient jdbc;

    ProcessNoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProcessNoteId id, SessionId session, Grant process, String text, Instant signedAt) {
        jdbc.sql("""
                        INSERT INTO therapy_process_note (id, session_id, person_id, author_id, text, signed_at)
                        VALUES (?,?,?,?,?,?)""")
                .param(id.value())
                .param(session.value())
                .param(process.person().value())
                .param(process.actor().id().value())
                .param(text)
                .param(Utc.column(signedAt))
                .update();
    }

    void insertAddendum(AddendumId id, ProcessNoteId note, Grant process, String text, Instant signedAt) {
        jdbc.sql("""
                        INSERT INTO therapy_process_addendum (id, note_id, person_id, author_id, text, signed_at)
                        VALUES (?,?,?,?,?,?)""")
                .param(id.value())
                .param(note.value())
                .param(process.person().value())
                .param(process.actor().id().value())
                .param(text)
                .param(Utc.column(signedAt))
                .update();
    }

    /** The note, its words only for their author. */
    Optional<Stored> find(ProcessNoteId id, PersonId person, StaffId reader) {
        return jdbc.sql("""
                        SELECT n.author_id, n.signed_at, s.starts_at, CASE WHEN n.author_id = :reader THEN n.text END AS words
                        FROM therapy_process_note n JOIN therapy_session s ON s.id = n.session_id
                        WHERE n.id = :id AND n.person_id = :person""")
                .param("reader", reader.value())
                .param("id", id.value())
                .param("person", person.value())
                .query((row, number) -> new Stored(
                        new StaffId(Utc.uuid(row, "author_id")),
                        Utc.instant(row, "starts_at"),
                        Utc.instant(row, "signed_at"),
                        row.getString("words")))
                .optional();
    }

    List<ProcessNote.Addendum> addenda(ProcessNoteId note, PersonId person, StaffId author) {
        return jdbc.sql("""
                        SELECT signed_at, text FROM therapy_process_addendum
                        WHERE note_id = ? AND person_id = ? AND author_id = ? ORDER BY signed_at, id""")
                .param(note.value())
                .param(person.value())
                .param(author.value())
                .query((row, number) -> new ProcessNote.Addendum(Utc.instant(row, "signed_at"), row.getString("text")))
                .list();
    }

    /** @param text null for everybody but the author */
    record Stored(
            StaffId author,
            Instant sessionStart,
            Instant signedAt,
            @Nullable String text) {}
}
