package org.relais.record;

import java.time.Clock;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Signs notes and corrects entries; a signed text is never changed (PRI-09). */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Notes {

    /** The shortest reason for taking an entry back, in characters. */
    public static final int SHORTEST_REASON = 10;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Timeline timeline;
    private final Drafts drafts;
    private final Clock clock;

    Notes(JdbcClient jdbc, AccessService access, Timeline timeline, Drafts drafts, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.timeline = timeline;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Signs a draft. Signing the same draft again, as a double click does, gives the same entry.
     *
     * @param write a grant to write in the section of the type
     * @throws InvalidInput at {@code text}, {@code title}, {@code occurredAt}, {@code type} or {@code centre}
     * @throws StaleDraft when the draft was saved elsewhere meanwhile
     */
    public EntryId sign(Grant write, SignNote command) {
        access.require(write, write.section(), Right.WRITE);
        var kind = NoteKinds.find(command.type(), write.section())
                .filter(found -> found.authors().contains(write.actor().role()))
                .orElseThrow(() -> new InvalidInput("type", "record.error.type"));
        var text = FreeText.require("text", command.text(), FreeText.NOTE);
        requireCentre(write, command.centre());
        var signed = drafts.sign(write, command.draft(), command.expectedDraftVersion());
        if (signed.isPresent()) {
            return signed.get();
        }
        var entry = timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                kind.section(),
                                kind.discipline(),
                                kind.type(),
                                command.occurredAt(),
                                command.centre(),
                                command.draft())
                        .by(write.actor().id())
                        .saying(command.title(), text)
                        .visibleTo(command.visibility())
                        .signedFrom(command.draft()));
        access.recordChange(write, write.person(), AccessAction.SIGN, "note", entry);
        return entry;
    }

    /**
     * Adds to an entry, signed at once.
     *
     * @param write a grant to write in the section of the entry
     * @throws NotFound when there is no such entry of this person in the section
     */
    public EntryId addendum(Grant write, EntryId entry, CentreId centre, String text) {
        if (write.section() == Section.PROCESS_NOTE) {
            // Its words stand in a table of their own; so does what is added to them.
            throw new NotFound();
        }
        var amended = amended(write, entry);
        return amend(write, amended, centre, FreeText.require("text", text, FreeText.NOTE), Amendment.ADDENDUM);
    }

    /**
     * Takes an entry back as entered in error; it stays readable, struck.
     *
     * @param reason at least ten characters
     * @throws Conflict when the entry is another author's, or taken back already
     */
    public EntryId markEnteredInError(Grant write, EntryId entry, CentreId centre, String reason) {
        var amended = amended(write, entry);
        if (!write.actor().id().equals(amended.author())) {
            throw new Conflict("record.error.not-the-author");
        }
        if (amended.takenBack()) {
            throw new Conflict("record.error.already-in-error");
        }
        var text = FreeText.require("reason", reason, FreeText.NOTE);
        if (text.codePointCount(0, text.length()) < SHORTEST_REASON) {
            throw new InvalidInput("reason", "record.error.reason-too-short", SHORTEST_REASON);
        }
        return amend(write, amended, centre, text, Amendment.ENTERED_IN_ERROR);
    }

    private EntryId amend(Grant write, Amended amended, CentreId centre, String text, Amendment how) {
        requireCentre(write, centre);
        Instant now = clock.instant();
        // It stays with what it amends, also when two records that became one are parted again
        var id = timeline.append(
                write,
                NewEntry.of(
                                amended.person(),
                                write.section(),
                                amended.discipline(),
                                amended.type(),
                                now,
                                centre,
                                amended.id())
                        .by(write.actor().id())
                        .saying(null, text)
                        .visibleTo(amended.visibility())
                        .amending(amended.id(), how));
        access.recordChange(write, write.person(), AccessAction.SIGN, "amendment", id);
        return id;
    }

    // The row lock makes two who take back the same entry at once wait for each other.
    private Amended amended(Grant write, EntryId entry) {
        access.require(write, write.section(), Right.WRITE);
        var reach = new EntryReach(write);
        return jdbc.sql("""
                        SELECT e.id, e.person_id, e.centre_id, e.unit_id, e.discipline, e.type, e.visibility, e.author_id,
                               EXISTS (SELECT 1 FROM record_entry a
                                       WHERE a.amends_id = e.id AND a.amendment = 'ENTERED_IN_ERROR') AS taken_back
                        FROM record_entry e
                        WHERE e.id = :id AND e.person_id IN (:people) AND e.section = :section AND e.amends_id IS NULL FOR UPDATE""")
                .param("id", entry.value())
                .param("people", write.people().stream().map(PersonId::value).toList())
                .param("section", write.section().name())
                .query((row, number) -> {
                    var author = Utc.uuidOrNull(row, "author_id");
                    var unit = Utc.uuidOrNull(row, "unit_id");
                    return new Amended(
                            new EntryId(Utc.uuid(row, "id")),
                            new PersonId(Utc.uuid(row, "person_id")),
                            new CentreId(Utc.uuid(row, "centre_id")),
                            unit == null ? null : new UnitId(unit),
                            Discipline.valueOf(row.getString("discipline")),
                            row.getString("type"),
                            Visibility.valueOf(row.getString("visibility")),
                            author == null ? null : new StaffId(author),
                            row.getBoolean("taken_back"));
                })
                .optional()
                .filter(found -> found.readableThrough(reach, write.section()))
                .orElseThrow(NotFound::new);
    }

    private static void requireCentre(Grant write, CentreId centre) {
        if (!write.centres().contains(centre)) {
            throw new InvalidInput("centre", "record.error.centre");
        }
    }
}
