package org.relais.therapy.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.record.Notes;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.Readership;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.therapy.ProcessNotes;
import org.relais.therapy.TherapySessions;
import org.relais.uikit.Formats;

/** What the components of this package ask: services, and the grants for process notes. */
@Component
class TherapyDesk {

    private final TherapySessions sessions;
    private final ProcessNotes processNotes;
    private final Notes notes;
    private final AccessService access;
    private final Centres centres;
    private final StaffDirectory staff;
    private final RecordReaders readers;
    private final Clock clock;

    TherapyDesk(
            TherapySessions sessions,
            ProcessNotes processNotes,
            Notes notes,
            AccessService access,
            Centres centres,
            StaffDirectory staff,
            RecordReaders readers,
            Clock clock) {
        this.sessions = sessions;
        this.processNotes = processNotes;
        this.notes = notes;
        this.access = access;
        this.centres = centres;
        this.staff = staff;
        this.readers = readers;
        this.clock = clock;
    }

    TherapySessions sessions() {
        return sessions;
    }

    ProcessNotes processNotes() {
        return processNotes;
    }

    Notes notes() {
        return notes;
    }

    Clock clock() {
        return clock;
    }

    Grant fresh(Grant grant) {
        return access.fresh(grant);
    }

    /** A new grant, and so a new row in the log, for one opening of a process note. */
    Grant opening(PersonId person) {
        return access.grant(person, Section.PROCESS_NOTE);
    }

    /** A new grant to sign a process note or what is added to one. */
    Grant signing(PersonId person) {
        return access.grant(person, Section.PROCESS_NOTE, Right.WRITE, Purpose.CARE);
    }

    /** Who could read the progress note that is being written. */
    Readership readership(ComposerContext context) {
        return new Readership(readers, context::record, Section.PSYCHOLOGICAL, context.centre());
    }

    ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    /** How times are written for the grant's reader: in the zone of the first of their centres. */
    Formats formats(Grant grant, Locale locale) {
        return centres.all().stream()
                .filter(centre -> grant.centres().contains(centre.id()))
                .findFirst()
                .map(centre -> new Formats(locale, centre.serviceDay().zone()))
                .orElseThrow();
    }

    String name(StaffId id) {
        return staff.find(id).map(StaffCard::name).orElse("");
    }
}
