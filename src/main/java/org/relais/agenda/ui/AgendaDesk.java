package org.relais.agenda.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.AccessRules;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.agenda.Appointments;
import org.relais.agenda.Groups;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.PersonHit;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record AgendaDesk(
        Appointments appointments,
        Groups groups,
        AccessService access,
        AccessRules matrix,
        Centres centres,
        StaffDirectory staff,
        CurrentStaff current,
        PersonService people,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.PLAN, Right.WRITE, Purpose.CARE);
    }

    /** A scope over the plan, for a calendar. */
    Scope plan(String query) {
        return access.scope(Section.PLAN, Purpose.CARE, query);
    }

    boolean writes() {
        return access.roleWrites(Section.PLAN);
    }

    StaffId me() {
        return current.require().id();
    }

    ZoneId zone(CentreId centre) {
        return centres.centre(centre).serviceDay().zone();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(CentreId centre) {
        return LocalDate.ofInstant(clock.instant(), zone(centre));
    }

    /** The centres in which the member of staff works, by name. */
    List<Centre> own() {
        return centres(current.require().centres());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    /** Colleagues of a centre who can be booked, by name. */
    List<StaffCard> colleagues(CentreId centre) {
        return staff.byCentre().getOrDefault(centre, List.of()).stream()
                .filter(card ->
                        matrix.inForce().level(card.role(), Section.PLAN).atLeast(Level.SUMMARY))
                .sorted(Comparator.comparing(StaffCard::name))
                .toList();
    }

    Map<PersonId, PersonName> names(Collection<PersonId> persons) {
        return persons.isEmpty() ? Map.of() : people.names(administrative(null), persons);
    }

    List<PersonHit> search(String text) {
        return text.strip().length() < 2
                ? List.of()
                : people.search(administrative(text), text, 10).rows();
    }

    private Scope administrative(@org.jspecify.annotations.Nullable String query) {
        return access.scope(Section.ADMINISTRATIVE, Purpose.CARE, query);
    }
}
