package org.relais.therapy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.record.Draft;
import org.relais.record.Drafts;
import org.relais.record.SaveDraft;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House.Place;

/** Writes sessions as the psychologists of a test's house. */
@TestComponent
public class Psychologists {

    private final AccessService access;
    private final Drafts drafts;
    private final TherapySessions sessions;
    private final StaffSetup staff;
    private final Clock clock;

    Psychologists(AccessService access, Drafts drafts, TherapySessions sessions, StaffSetup staff, Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.sessions = sessions;
        this.staff = staff;
        this.clock = clock;
    }

    /** A second psychologist of the same centre; runs an act as them. */
    public Second second(Place place) {
        var username = "second." + UUID.randomUUID().toString().substring(0, 8);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(staff.enter(username, "Second", "Psychologist", Role.PSYCHOLOGIST), place.centre(), null);
            return username;
        });
        return new Second(username);
    }

    /** An attended session of 45 minutes an hour ago, signed from a draft. */
    public EntryId sign(Place place, PersonId person, String title, String note) {
        return place.as(
                Role.PSYCHOLOGIST, () -> sessions.sign(write(person), session(place, draft(person), title, note)));
    }

    /** As {@link #sign}, with a process note. */
    public EntryId signBoth(Place place, PersonId person, String note, String process) {
        return place.as(
                Role.PSYCHOLOGIST,
                () -> sessions.signWithProcessNote(
                        write(person), writeProcess(person), session(place, draft(person), "Title", note), process));
    }

    public SignSession session(Place place, Draft draft, String title, String note) {
        return new SignSession(
                Attendance.ATTENDED,
                Mode.IN_PERSON,
                Approach.MOTIVATIONAL,
                anHourAgo(),
                45,
                null,
                title,
                note,
                place.centre(),
                draft.id(),
                draft.version());
    }

    public Instant anHourAgo() {
        return clock.instant().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    }

    /** To be called as somebody. */
    public Draft draft(PersonId person) {
        return drafts.save(write(person), new SaveDraft("therapy.session", Map.of("note", "typed"), null, 0));
    }

    public Grant write(PersonId person) {
        return access.grant(person, Section.PSYCHOLOGICAL, Right.WRITE, Purpose.CARE);
    }

    public Grant writeProcess(PersonId person) {
        return access.grant(person, Section.PROCESS_NOTE, Right.WRITE, Purpose.CARE);
    }

    public Grant read(PersonId person) {
        return access.grant(person, Section.PSYCHOLOGICAL);
    }

    public Grant readProcess(PersonId person) {
        return access.grant(person, Section.PROCESS_NOTE);
    }

    public Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    /** The second psychologist. */
    public record Second(String username) {

        public <T> T act(Callable<T> act) {
            return ActingAs.actingAs(username, Role.PSYCHOLOGIST, act);
        }
    }
}
