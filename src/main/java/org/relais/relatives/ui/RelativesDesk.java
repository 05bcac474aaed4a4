package org.relais.relatives.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.PersonService;
import org.relais.relatives.RelativeContacts;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record RelativesDesk(
        RelativeContacts contacts,
        PersonService people,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    LocalDate today(CentreId centre) {
        return centre(centre).serviceDay().of(clock.instant());
    }

    Centre centre(CentreId centre) {
        return centres.centre(centre);
    }

    /** The centre for which its reader writes: the first by name of those in which they take part in the care. */
    Centre home(Grant grant) {
        return grant.centres().stream()
                .map(centres::centre)
                .min(Comparator.comparing(Centre::name))
                .orElseThrow();
    }
}
