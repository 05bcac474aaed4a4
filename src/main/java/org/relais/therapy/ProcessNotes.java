package org.relais.therapy;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.AddendumId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.ProcessNoteId;

/**
 * Opens process notes for their author and nobody else, whatever the role (PRI-01). Ask for a new grant at each
 * opening: it is an act of its own, and a row of its own in the access log.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class ProcessNotes {

    private final ProcessNoteRows rows;
    private final AccessService access;
    private final Clock clock;

    ProcessNotes(ProcessNoteRows rows, AccessService access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The note with its addenda. Beside the grant's row the access log gets one that names the note.
     *
     * @param process a grant to read process notes
     * @throws AccessDenied when another wrote it; the refusal is logged
     * @throws NotFound when there is no such note of this person
     */
    public ProcessNote open(Grant process, ProcessNoteId note) {
        access.require(process, Section.PROCESS_NOTE, Right.READ);
        var stored = own(process, note);
        var text = stored.text();
        if (text == null) {
            throw new NotFound();
        }
        access.recordChange(process, process.person(), AccessAction.VIEW, "process-note", note);
        var addenda = rows.addenda(note, process.people(), stored.author());
        return new ProcessNote(note, stored.sessionStart(), stored.signedAt(), text, addenda);
    }

    /**
     * Adds to the note, signed at once.
     *
     * @param process a grant to write process notes
     * @throws AccessDenied when another wrote the note; the refusal is logged
     * @throws InvalidInput at {@code text}
     */
    public AddendumId addendum(Grant process, ProcessNoteId note, String text) {
        access.require(process, Section.PROCESS_NOTE, Right.WRITE);
        own(process, note);
        var id = AddendumId.create();
        rows.insertAddendum(id, note, process, FreeText.require("text", text, FreeText.NOTE), clock.instant());
        access.recordChange(process, process.person(), AccessAction.SIGN, "process-note", note);
        return id;
    }

    private ProcessNoteRows.Stored own(Grant process, ProcessNoteId note) {
        var reader = process.actor().id();
        var stored = rows.find(note, process.people(), reader).orElseThrow(NotFound::new);
        if (!stored.author().equals(reader)) {
            throw access.refuse(process, process.person(), "process-note", note);
        }
        return stored;
    }
}
