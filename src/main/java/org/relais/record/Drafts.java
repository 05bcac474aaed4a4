package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.Conflict;
import org.relais.shared.DraftId;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * Unsigned texts: one for each member of staff, person and form. Only their owner reads them, on whichever machine
 * they sign in. Every method takes a grant to write in the section of the form.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Drafts {

    private static final int MOST = 200_000;
    private static final String COLUMNS = "id, person_id, section, form, content, version, saved_at";

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Clock clock;
    private final Counter saved;

    Drafts(JdbcClient jdbc, AccessService access, Clock clock, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
        this.saved = Counter.builder("relais.drafts.saved")
                .description("Unsigned texts saved as they were typed")
                .register(registry);
    }

    /**
     * Saves the text as typed.
     *
     * @throws StaleDraft when it was saved elsewhere meanwhile
     * @throws Conflict when it was signed elsewhere meanwhile
     */
    public Draft save(Grant write, SaveDraft command) {
        access.require(write, write.section(), Right.WRITE);
        var form = FreeText.requireLine("form", command.form(), 60);
        var content = TextMap.write(command.content());
        if (content.length() > MOST) {
            throw new InvalidInput("text", "record.error.draft-too-long", MOST);
        }
        var known = command.draft();
        if (known != null) {
            var now = Utc.column(clock.instant());
            var updated = jdbc.sql("""
                            UPDATE record_draft SET content = :content, version = version + 1, saved_at = :now
                            WHERE id = :id AND staff_id = :staff AND person_id IN (:people) AND section = :section
                              AND version = :version""")
                    .param("content", content)
                    .param("now", now)
                    .param("id", known.value())
                    .param("staff", write.actor().id().value())
                    .param("people", people(write))
                    .param("section", write.section().name())
                    .param("version", command.expectedVersion())
                    .update();
            if (updated == 1) {
                saved.increment();
                return byId(write, known).orElseThrow();
            }
            if (signedAs(write, known).isPresent()) {
                throw new Conflict("record.error.already-signed");
            }
        }
        var stored = find(write, form);
        if (stored.isPresent()) {
            throw new StaleDraft(stored.get(), command.content());
        }
        return insert(write, form, content, command);
    }

    /** One's own draft of the form, if there is one: of two records that became one, the last saved. */
    @Transactional(readOnly = true, isolation = Isolation.READ_COMMITTED)
    public Optional<Draft> find(Grant write, String form) {
        access.require(write, write.section(), Right.WRITE);
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM record_draft WHERE staff_id = :staff AND person_id IN (:people) AND form = :form"
                        + " AND section = :section ORDER BY saved_at DESC, id DESC LIMIT 1")
                .param("staff", write.actor().id().value())
                .param("people", people(write))
                .param("form", form)
                .param("section", write.section().name())
                .query(Drafts::draft)
                .optional();
    }

    /** Which of one's own drafts about the person wait to be signed, the latest first; without their text. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Grant record) {
        access.requireRecord(record);
        return jdbc.sql("SELECT form, section, saved_at FROM record_draft WHERE staff_id = :staff"
                        + " AND person_id IN (:people) ORDER BY saved_at DESC")
                .param("staff", record.actor().id().value())
                .param("people", people(record))
                .query((row, number) -> new Waiting(
                        row.getString("form"), Section.valueOf(row.getString("section")), Utc.instant(row, "saved_at")))
                .list();
    }

    /** A draft that waits to be signed. */
    public record Waiting(String form, Section section, Instant savedAt) {}

    /** Throws one's own draft away; nothing happens when there is none. */
    public void discard(Grant write, DraftId draft) {
        access.require(write, write.section(), Right.WRITE);
        delete(write, draft);
    }

    /**
     * Takes a draft out to sign it, in the transaction that appends its entry with {@link NewEntry#signedFrom}. A
     * second signature of the same draft waits for the first.
     *
     * @return the entry when it is signed already: the caller then returns that one and writes nothing
     * @throws StaleDraft when it was saved elsewhere meanwhile
     * @throws Conflict when it was thrown away
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<EntryId> sign(Grant write, DraftId draft, long expectedVersion) {
        access.require(write, write.section(), Right.WRITE);
        var stored = jdbc.sql("SELECT " + COLUMNS
                        + " FROM record_draft WHERE id = :id AND staff_id = :staff AND person_id IN (:people)"
                        + " FOR UPDATE")
                .param("id", draft.value())
                .param("staff", write.actor().id().value())
                .param("people", people(write))
                .query(Drafts::draft)
                .optional();
        if (stored.isEmpty()) {
            var signed = signedAs(write, draft);
            if (signed.isEmpty()) {
                throw new Conflict("record.error.draft-gone");
            }
            return signed;
        }
        if (stored.get().version() != expectedVersion) {
            throw new StaleDraft(stored.get(), stored.get().content());
        }
        delete(write, draft);
        return Optional.empty();
    }

    private Draft insert(Grant write, String form, String content, SaveDraft command) {
        try {
            jdbc.sql("INSERT INTO record_draft (id, staff_id, person_id, section, form, content, version, saved_at)"
                            + " VALUES (?,?,?,?,?,?,1,?)")
                    .param(DraftId.create().value())
                    .param(write.actor().id().value())
                    .param(write.person().value())
                    .param(write.section().name())
                    .param(form)
                    .param(content)
                    .param(Utc.column(clock.instant()))
                    .update();
            saved.increment();
        } catch (DuplicateKeyException writtenMeanwhile) {
            var stored = find(write, form).orElseThrow(() -> writtenMeanwhile);
            throw new StaleDraft(stored, command.content());
        }
        return find(write, form).orElseThrow();
    }

    private Optional<Draft> byId(Grant write, DraftId draft) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM record_draft WHERE id = ? AND staff_id = ?")
                .param(draft.value())
                .param(write.actor().id().value())
                .query(Drafts::draft)
                .optional();
    }

    private static List<UUID> people(Grant grant) {
        return grant.people().stream().map(PersonId::value).toList();
    }

    private void delete(Grant write, DraftId draft) {
        jdbc.sql("DELETE FROM record_draft WHERE id = :id AND staff_id = :staff AND person_id IN (:people)")
                .param("id", draft.value())
                .param("staff", write.actor().id().value())
                .param("people", people(write))
                .update();
    }

    // A locking read sees what was committed while this transaction waited.
    private Optional<EntryId> signedAs(Grant write, DraftId draft) {
        return jdbc.sql("SELECT id FROM record_entry WHERE draft_id = :draft AND author_id = :staff"
                        + " AND person_id IN (:people) LOCK IN SHARE MODE")
                .param("draft", draft.value())
                .param("staff", write.actor().id().value())
                .param("people", people(write))
                .query((row, number) -> new EntryId(Utc.uuid(row, "id")))
                .optional();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                new DraftId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                Section.valueOf(row.getString("section")),
                row.getString("form"),
                TextMap.read(row.getString("content")),
                row.getLong("version"),
                Utc.instant(row, "saved_at"));
    }
}
