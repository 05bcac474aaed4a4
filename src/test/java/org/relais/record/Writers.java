package org.relais.record;

import java.util.Map;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** Writes and reads as the staff of a test's house. */
@TestComponent
public class Writers {

    private final AccessService access;
    private final Notes notes;
    private final Drafts drafts;
    private final Timeline timeline;

    Writers(AccessService access, Notes notes, Drafts drafts, Timeline timeline) {
        this.access = access;
        this.notes = notes;
        this.drafts = drafts;
        this.timeline = timeline;
    }

    /** A note from its draft to its signature. */
    public EntryId sign(Place place, Role role, PersonId person, String type, String text, Visibility visibility) {
        return place.as(role, () -> {
            var write = write(person, section(type, role));
            var draft = drafts.save(write, new SaveDraft(type, Map.of("text", text), null, 0));
            return notes.sign(
                    write,
                    new SignNote(
                            type,
                            "Title of " + text,
                            text,
                            draft.savedAt(),
                            place.centre(),
                            visibility,
                            draft.id(),
                            draft.version()));
        });
    }

    /** An addendum to a note of the section a nurse writes in. */
    public EntryId amend(Place place, Role role, PersonId person, EntryId note, String text) {
        return place.as(role, () -> notes.addendum(write(person, Section.MEDICAL), note, place.centre(), text));
    }

    /** A note begun and not signed. */
    public Draft draft(Place place, Role role, PersonId person, String type, String text) {
        return place.as(
                role,
                () -> drafts.save(
                        write(person, section(type, role)), new SaveDraft(type, Map.of("text", text), null, 0)));
    }

    /** The entry as the role reads it. */
    public java.util.Optional<EntryRow> read(Place place, Role role, PersonId person, EntryId entry) {
        return place.as(role, () -> timeline.entry(record(person), entry));
    }

    /** A grant for the record; to be called as somebody. */
    public Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    static Section section(String type, Role role) {
        return NoteKinds.all().stream()
                .filter(kind -> kind.type().equals(type) && kind.authors().contains(role))
                .findFirst()
                .orElseThrow()
                .section();
    }
}
