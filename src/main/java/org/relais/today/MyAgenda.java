package org.relais.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.agenda.Appointments;
import org.relais.person.PersonService;
import org.relais.shared.ServiceDay;

/** The appointments of one's own day, with the names of those they are for. */
@Service
public class MyAgenda {

    private final AccessService access;
    private final Appointments appointments;
    private final PersonService persons;
    private final Places places;

    MyAgenda(AccessService access, Appointments appointments, PersonService persons, Places places) {
        this.access = access;
        this.appointments = appointments;
        this.persons = persons;
        this.places = places;
    }

    /** The day it is now in the first of one's centres by name. */
    public LocalDate today(Scope day) {
        access.require(day, Section.ADMINISTRATIVE);
        return places.today(day);
    }

    /** How the first of one's centres by name tells time. */
    public ServiceDay clock(Scope day) {
        access.require(day, Section.ADMINISTRATIVE);
        return places.clock(day);
    }

    /**
     * The day of the acting member of staff, in order of time. Those named are logged before it is returned.
     *
     * @param plan a scope over the plan
     * @param names a scope over the administrative section
     */
    public List<Engagement> of(Scope plan, Scope names, LocalDate day) {
        access.require(plan, Section.PLAN);
        access.require(names, Section.ADMINISTRATIVE);
        var blocks = appointments.day(plan, plan.actor().id(), day);
        var people = blocks.stream()
                .map(block -> block.row() == null ? null : block.row().person())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = persons.names(names, people);
        return blocks.stream()
                .map(block -> {
                    var person = block.row() == null ? null : block.row().person();
                    return new Engagement(
                            block.startsAt(), block.endsAt(), block.row(), person == null ? null : known.get(person));
                })
                .toList();
    }
}
