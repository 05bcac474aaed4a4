package org.relais.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/**
 * Tells an author who could read what they are about to write in a section of one record, by the same facts that decide
 * when somebody asks. Emergency access is not in it: it is told when it happens.
 */
@Service
public class RecordReaders {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Policy policy;
    private final StaffDirectory directory;
    private final CurrentStaff current;
    private final Clock clock;

    RecordReaders(
            JdbcClient jdbc,
            AccessService access,
            Policy policy,
            StaffDirectory directory,
            CurrentStaff current,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.policy = policy;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Everybody but the author who could read all of an entry written now, by role and name.
     *
     * @param record for the record
     * @param section in which it would stand
     * @param centre where it would be written
     */
    public List<StaffMember> of(Grant record, Section section, CentreId centre) {
        access.requireRecord(record);
        var facts = read(record);
        if (facts.locked.contains(section)) {
            return List.of();
        }
        var readers = new ArrayList<StaffMember>();
        for (var member : directory.members(facts.centres(), facts.named())) {
            var own = facts.centresOf(member);
            var shared = facts.consents.stream()
                    .anyMatch(consent -> consent.sections().contains(section)
                            && (consent.centre() == null || own.contains(consent.centre())));
            if (!member.id().equals(record.actor().id())
                    && policy.level(member.role(), section) == Level.READ
                    && !own.isEmpty()
                    && (own.contains(centre) || shared)
                    && facts.admits(member, record.unitIn(centre).orElse(null), centre)) {
                readers.add(member);
            }
        }
        readers.sort(Comparator.comparing(StaffMember::role).thenComparing(StaffMember::familyName));
        return List.copyOf(readers);
    }

    /**
     * Everybody but the author who could be asked to do something for the person in a section, by role and name: they
     * work where the author takes part in the care, their role opens the record and writes in the section, and nothing
     * keeps them out. Being asked lets them take part.
     *
     * @param record for the record
     */
    public List<StaffMember> askable(Grant record, Section section) {
        access.requireRecord(record);
        var facts = read(record);
        if (facts.locked.contains(section)) {
            return List.of();
        }
        return directory.members(record.centres(), Set.of()).stream()
                .filter(member -> !member.id().equals(record.actor().id()))
                .filter(member -> opens(member, section, Right.WRITE) && facts.named(member))
                .filter(member -> member.centres().stream().anyMatch(record.centres()::contains))
                .sorted(Comparator.comparing(StaffMember::role).thenComparing(StaffMember::familyName))
                .toList();
    }

    /**
     * Checks that somebody may be given something to do for the person: a task for a colleague who cannot open the
     * record would be lost with them.
     *
     * @param section in which the task stands
     * @param right what they need there: to read its line, or to write when an answer is expected
     * @param field where the colleague was chosen
     * @throws InvalidInput at the field, when they are no longer active, their role does not open the record or has not
     *     this right, or the person is protected and they are not named
     */
    @SuppressWarnings("TooManyParameters")
    public void requireAskable(
            Authority authority, PersonId person, Section section, Right right, StaffId staff, String field) {
        if (!mayBeAsked(authority, person, section, right, staff)) {
            throw new InvalidInput(field, "access.error.askable");
        }
    }

    /** What {@link #requireAskable} requires, as an answer. */
    public boolean mayBeAsked(Authority authority, PersonId person, Section section, Right right, StaffId staff) {
        access.require(authority, person, section);
        var people = authority instanceof Grant grant ? grant.people() : Set.of(person);
        return current.now(staff)
                .filter(member -> member.active() && opens(member, section, right) && named(people, member))
                .isPresent();
    }

    private boolean opens(StaffMember member, Section section, Right right) {
        return policy.everOpens(member.role(), Section.RECORD, Right.READ)
                && policy.everOpens(member.role(), section, right);
    }

    private boolean named(Collection<PersonId> people, StaffMember member) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT 1 FROM access_protection x
                                           WHERE x.person_id IN (:people)
                                             AND NOT EXISTS (SELECT 1 FROM access_protection_staff s
                                                             WHERE s.person_id = x.person_id AND s.staff_id = :staff))""")
                .param("people", FactRows.values(people))
                .param("staff", member.id().value())
                .query(Boolean.class)
                .single();
    }

    private Known read(Grant record) {
        var known = new Known();
        jdbc.sql("""
                        SELECT 'RELATION' AS fact, r.centre_id AS one, r.unit_id AS other, r.staff_id AS staff,
                               r.beyond_centre AS flag, NULL AS words
                        FROM access_care_relation r
                        WHERE r.person_id IN (:people) AND r.begins_at <= :now
                          AND (r.ends_at IS NULL OR r.ends_at > :now)
                        UNION ALL
                        SELECT 'CONSENT', c.recipient_centre_id, NULL, NULL, FALSE, c.sections
                        FROM access_sharing_consent c
                        WHERE c.person_id IN (:people) AND c.withdrawn_at IS NULL AND c.organisation IS NULL
                          AND c.purpose = 'CARE' AND c.given_at <= :now AND (c.until_at IS NULL OR c.until_at > :now)
                        UNION ALL
                        SELECT 'LOCK', l.centre_id, l.unit_id, NULL, FALSE, l.section FROM access_lock l
                        WHERE l.person_id IN (:people) AND l.in_force
                        UNION ALL
                        SELECT 'PROTECTED', x.person_id, NULL, s.staff_id, FALSE, NULL FROM access_protection x
                        LEFT JOIN access_protection_staff s ON s.person_id = x.person_id
                        WHERE x.person_id IN (:people)""")
                .param("people", FactRows.values(record.people()))
                .param("now", Utc.column(clock.instant()))
                .query(row -> {
                    var one = Utc.uuidOrNull(row, "one");
                    var unit = Facts.unit(Utc.uuidOrNull(row, "other"));
                    var staff = staff(Utc.uuidOrNull(row, "staff"));
                    var words = row.getString("words");
                    switch (row.getString("fact")) {
                        case "RELATION" ->
                            known.relations.add(new Relation(
                                    new CentreId(Utc.uuid(row, "one")), unit, staff, row.getBoolean("flag")));
                        case "CONSENT" -> known.consents.add(new Consent(Facts.centre(one), Sections.read(words)));
                        case "LOCK" -> {
                            if (words != null) {
                                known.locked.add(Section.valueOf(words));
                            } else if (unit != null) {
                                known.lockedUnits.add(unit);
                            }
                        }
                        default ->
                            known.named.merge(
                                    new PersonKey(one), staff == null ? Set.of() : Set.of(staff), RecordReaders::both);
                    }
                });
        return known;
    }

    private static @Nullable StaffId staff(@Nullable UUID value) {
        return value == null ? null : new StaffId(value);
    }

    private static Set<StaffId> both(Set<StaffId> one, Set<StaffId> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private record Relation(
            CentreId centre,
            @Nullable UnitId unit,
            @Nullable StaffId staff,
            boolean beyond) {

        boolean reaches(StaffMember member) {
            if (staff != null) {
                return staff.equals(member.id()) && (beyond || member.centres().contains(centre));
            }
            return member.wholeCentres().contains(centre)
                    || (unit != null && member.units().contains(unit));
        }
    }

    private record Consent(@Nullable CentreId centre, Set<Section> sections) {}

    private record PersonKey(@Nullable UUID person) {}

    /** What is so of the record, whoever reads. */
    private static final class Known {

        private final List<Relation> relations = new ArrayList<>();
        private final List<Consent> consents = new ArrayList<>();
        private final Set<Section> locked = new HashSet<>();
        private final Set<UnitId> lockedUnits = new HashSet<>();
        private final Map<PersonKey, Set<StaffId>> named = new HashMap<>();

        Set<CentreId> centres() {
            var centres = new HashSet<CentreId>();
            relations.forEach(relation -> centres.add(relation.centre()));
            return centres;
        }

        Set<StaffId> named() {
            var staff = new HashSet<StaffId>();
            relations.stream().map(Relation::staff).filter(id -> id != null).forEach(staff::add);
            return staff;
        }

        Set<CentreId> centresOf(StaffMember member) {
            var centres = new HashSet<CentreId>();
            relations.stream()
                    .filter(relation -> relation.reaches(member))
                    .forEach(relation -> centres.add(relation.centre()));
            return centres;
        }

        boolean named(StaffMember member) {
            return named.values().stream().allMatch(names -> names.contains(member.id()));
        }

        boolean admits(StaffMember member, @Nullable UnitId unit, CentreId centre) {
            return named(member) && (unit == null || !lockedUnits.contains(unit) || member.worksIn(centre, unit));
        }
    }
}
