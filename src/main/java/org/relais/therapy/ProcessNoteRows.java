package org.relais.therapy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    Optional<Stored> find(ProcessNoteId id, Collection<PersonId> people, StaffId reader) {
        return jdbc.sql("""
                        SELECT n.author_id, n.signed_at, s.starts_at, CASE WHEN n.author_id = :reader THEN n.text END AS words
                        FROM therapy_process_note n JOIN therapy_session s ON s.id = n.session_id
                        WHERE n.id = :id AND n.person_id IN (:people)""")
                .param("reader", reader.value())
                .param("id", id.value())
                .param("people", values(people))
                .query((row, number) -> new Stored(
                        new StaffId(Utc.uuid(row, "author_id")),
                        Utc.instant(row, "starts_at"),
                        Utc.instant(row, "signed_at"),
                        row.getString("words")))
                .optional();
    }

    List<ProcessNote.Addendum> addenda(ProcessNoteId note, Collection<PersonId> people, StaffId author) {
        return jdbc.sql("""
                        SELECT signed_at, text FROM therapy_process_addendum
                        WHERE note_id = :note AND person_id IN (:people) AND author_id = :author
                        ORDER BY signed_at, id""")
                .param("note", note.value())
                .param("people", values(people))
                .param("author", author.value())
                .query((row, number) -> new ProcessNote.Addendum(Utc.instant(row, "signed_at"), row.getString("text")))
                .list();
    }

    private static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    /** @param text null for everybody but the author */
    record Stored(
            StaffId author,
            Instant sessionStart,
            Instant signedAt,
            @Nullable String text) {}
}
