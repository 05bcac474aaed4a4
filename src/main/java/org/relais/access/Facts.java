package org.relais.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffMember;

/** What is so now between one member of staff and one person: read in one statement, weighed in {@link Decisions}. */
final class Facts {

    private final StaffMember actor;
    private @Nullable PersonId head;
    private long version;
    private boolean hidden;
    private @Nullable Instant emergencyUntil;
    private @Nullable Instant nextEnd;
    private @Nullable Instant lastMerge;
    private final Set<PersonId> people = new HashSet<>();
    private final Map<CentreId, Set<UnitId>> relations = new HashMap<>();
    private final List<Consent> consents = new ArrayList<>();
    private final Set<Section> lockedSections = EnumSet.noneOf(Section.class);
    private final Set<UnitId> lockedUnits = new HashSet<>();

    Facts(StaffMember actor) {
        this.actor = actor;
    }

    void person(PersonId record, PersonId surviving, long counted, @Nullable Instant merged) {
        head = surviving;
        people.add(record);
        version += counted;
        if (merged != null && (lastMerge == null || merged.isAfter(lastMerge))) {
            lastMerge = merged;
        }
    }

    void relation(CentreId centre, @Nullable UnitId unit, @Nullable Instant until) {
        var units = relations.computeIfAbsent(centre, _ -> new HashSet<>());
        if (unit != null) {
            units.add(unit);
        }
        endsAt(until);
    }

    void consent(
            PersonId record,
            @Nullable CentreId recipient,
            Set<Section> sections,
            Instant given,
            @Nullable Instant until) {
        consents.add(new Consent(record, recipient, sections, given));
        endsAt(until);
    }

    void lock(@Nullable Section section, @Nullable CentreId centre, @Nullable UnitId unit) {
        if (section != null) {
            lockedSections.add(section);
        } else if (unit != null && centre != null && !actor.worksIn(centre, unit)) {
            lockedUnits.add(unit);
        }
    }

    void protection(boolean named) {
        hidden |= !named;
    }

    void emergency(Instant until) {
        if (emergencyUntil == null || until.isAfter(emergencyUntil)) {
            emergencyUntil = until;
        }
        endsAt(until);
    }

    /** Whether the person is known at all, and to this member of staff. */
    boolean known() {
        return head != null && !hidden;
    }

    /** The record that stands for the person; the absorbed ones are read as part of it. */
    PersonId head() {
        if (head == null) {
            throw new IllegalStateException("Nobody is known");
        }
        return head;
    }

    Set<PersonId> people() {
        return people;
    }

    long version() {
        return version;
    }

    boolean related() {
        return !relations.isEmpty();
    }

    Set<CentreId> centres() {
        return relations.keySet();
    }

    /** The one unit in which the member of staff meets the person in each centre; missing where there are several. */
    Map<CentreId, UnitId> units() {
        var units = new HashMap<CentreId, UnitId>();
        relations.forEach((centre, known) -> {
            if (known.size() == 1) {
                units.put(centre, known.iterator().next());
            }
        });
        return units;
    }

    /**
     * The sections shared with the centres of the relations. A consent given before two records became one holds only
     * where each of them has one: the stricter side holds.
     */
    Set<Section> sharedSections() {
        var shared = EnumSet.noneOf(Section.class);
        for (var section : Section.values()) {
            var granting = consents.stream()
                    .filter(consent -> consent.reaches(relations.keySet()))
                    .filter(consent -> consent.sections().contains(section))
                    .toList();
            var merged = lastMerge;
            var afterMerge = granting.stream()
                    .anyMatch(consent -> merged == null || !consent.given().isBefore(merged));
            if (afterMerge
                    || (!granting.isEmpty()
                            && people.stream()
                                    .allMatch(record -> granting.stream()
                                            .anyMatch(
                                                    consent -> consent.record().equals(record))))) {
                shared.add(section);
            }
        }
        return shared;
    }

    Set<Section> lockedSections() {
        return lockedSections;
    }

    Set<UnitId> lockedUnits() {
        return lockedUnits;
    }

    @Nullable
    Instant emergencyUntil() {
        return emergencyUntil;
    }

    /** When the first of these facts ends by itself; nothing decided on them holds longer. */
    @Nullable
    Instant nextEnd() {
        return nextEnd;
    }

    private void endsAt(@Nullable Instant until) {
        if (until != null && (nextEnd == null || until.isBefore(nextEnd))) {
            nextEnd = until;
        }
    }

    private record Consent(PersonId record, @Nullable CentreId recipient, Set<Section> sections, Instant given) {

        boolean reaches(Set<CentreId> centres) {
            return recipient == null || centres.contains(recipient);
        }
    }

    /** An id column that may be empty. */
    static @Nullable UnitId unit(@Nullable UUID value) {
        return value == null ? null : new UnitId(value);
    }

    /** An id column that may be empty. */
    static @Nullable CentreId centre(@Nullable UUID value) {
        return value == null ? null : new CentreId(value);
    }
}
