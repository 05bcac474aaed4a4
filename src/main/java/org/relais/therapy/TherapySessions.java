package org.relais.therapy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.record.Visibility;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.SessionId;
import org.relais.shared.Slice;

/** Signs individual sessions and lists them. A signed session is never changed; an addendum is a new entry (PRI-09). */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class TherapySessions {

    /** The type of a session's entry in the timeline. */
    public static final String SESSION = "therapy.session";

    /** The type of the entry that says that a process note exists. */
    public static final String PROCESS_NOTE = "therapy.process-note";

    private final SessionRows rows;
    private final ProcessNoteRows processNotes;
    private final SessionChecks checks;
    private final AccessService access;
    private final Timeline timeline;
    private final Drafts drafts;
    private final Clock clock;

    TherapySessions(
            SessionRows rows,
            ProcessNoteRows processNotes,
            SessionChecks checks,
            AccessService access,
            Timeline timeline,
            Drafts drafts,
            Clock clock) {
        this.rows = rows;
        this.processNotes = processNotes;
        this.checks = checks;
        this.access = access;
        this.timeline = timeline;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Signs a session with its progress note. Signing the same draft again, as a double click does, gives the same
     * entry.
     *
     * @param write a grant to write in the psychological section
     * @throws InvalidInput at the property of the command that was refused
     * @throws org.relais.record.StaleDraft when the draft was saved elsewhere meanwhile
     */
    public EntryId sign(Grant write, SignSession command) {
        access.require(write, Section.PSYCHOLOGICAL, Right.WRITE);
        checks.check(write, command);
        var signed = drafts.sign(write, command.draft(), command.expectedDraftVersion());
        return signed.orElseGet(() -> store(write, SessionId.create(), command));
    }

    /**
     * As {@link #sign}, with a process note that only its author will ever open (PRI-01).
     *
     * @param write a grant to write in the psychological section
     * @param process a grant of the same actor for the same person to write process notes
     * @param text up to 20,000 characters
     */
    public EntryId signWithProcessNote(Grant write, Grant process, SignSession command, String text) {
        access.require(write, Section.PSYCHOLOGICAL, Right.WRITE);
        access.require(process, Section.PROCESS_NOTE, Right.WRITE);
        if (!process.person().equals(write.person())
                || !process.actor().id().equals(write.actor().id())) {
            throw new IllegalArgumentException("Both grants are for one person and one author");
        }
        checks.check(write, command);
        var words = FreeText.require("process", text, FreeText.NOTE);
        var signed = drafts.sign(write, command.draft(), command.expectedDraftVersion());
        if (signed.isPresent()) {
            return signed.get();
        }
        var session = SessionId.create();
        var entry = store(write, session, command);
        storeProcessNote(process, session, command, words);
        return entry;
    }

    /**
     * One page of sessions, latest first, each cut to what the grant shows.
     *
     * @param read a grant for the psychological section
     * @param before read on from here; null for the latest
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<SessionRow> page(Grant read, @Nullable SessionCursor before, int size) {
        access.require(read, Section.PSYCHOLOGICAL, Right.READ);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 sessions: " + size);
        }
        var page = Slice.of(rows.before(read.people(), before, size + 1), size);
        var entries = timeline.entries(
                read, page.rows().stream().map(SessionRows.Stored::entry).toList());
        var shown = new ArrayList<SessionRow>();
        for (var stored : page.rows()) {
            var entry = entries.get(stored.entry());
            if (entry != null) {
                shown.add(stored.cut(entry, read.actor().id()));
            }
        }
        return new Slice<>(shown, page.more());
    }

    private EntryId store(Grant write, SessionId session, SignSession command) {
        var entry = timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.PSYCHOLOGICAL,
                                Discipline.PSYCHOLOGICAL,
                                SESSION,
                                occurred(command.start()),
                                command.centre(),
                                session)
                        .by(write.actor().id())
                        .saying(command.title(), command.note())
                        .with(SessionDetail.write(command))
                        .signedFrom(command.draft()));
        rows.insert(session, write, command, entry, clock.instant());
        access.recordChange(write, write.person(), AccessAction.SIGN, "therapy-session", session);
        return entry;
    }

    private void storeProcessNote(Grant process, SessionId session, SignSession command, String text) {
        var note = ProcessNoteId.create();
        // No title and no text: the team learns that it exists, when and by whom, and nothing else.
        timeline.append(
                process,
                NewEntry.of(
                                process.person(),
                                Section.PROCESS_NOTE,
                                Discipline.PSYCHOLOGICAL,
                                PROCESS_NOTE,
                                occurred(command.start()),
                                command.centre(),
                                note)
                        .by(process.actor().id())
                        .visibleTo(Visibility.AUTHOR));
        processNotes.insert(note, session, process, text, clock.instant());
        access.recordChange(process, process.person(), AccessAction.SIGN, "process-note", note);
    }

    // One called off ahead of its time stands in the timeline when it was called off.
    private Instant occurred(Instant start) {
        var now = clock.instant();
        return start.isAfter(now) ? now : start;
    }
}
