package org.relais.medication.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.medication.Administrations;
import org.relais.medication.MedicationDefinitions;
import org.relais.medication.MedicationRecord;
import org.relais.medication.Orders;
import org.relais.person.PersonService;
import org.relais.shared.PersonId;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record MedicationDesk(
        Orders orders,
        Administrations administrations,
        MedicationRecord record,
        MedicationDefinitions definitions,
        Assessments assessments,
        Definitions instruments,
        PersonService people,
        EpisodeService episodes,
        AccessService access,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    /** The centres one may order for, where the person stays first, then where they are followed. */
    List<Centre> centres(Grant write) {
        var live = episodes.of(access.grant(write.person(), Section.RECORD)).stream()
                .filter(episode -> episode.state().live())
                .sorted(Comparator.comparing((EpisodeRow episode) -> episode.bed() == null))
                .map(EpisodeRow::centre)
                .toList();
        return centres.all().stream()
                .filter(centre -> write.centres().contains(centre.id()))
                .sorted(Comparator.comparingInt(
                        centre -> live.contains(centre.id()) ? live.indexOf(centre.id()) : live.size()))
                .toList();
    }

    Instant now() {
        return clock.instant();
    }
}
