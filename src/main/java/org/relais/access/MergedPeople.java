package org.relais.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** Which records stand for the same person now. */
@Component
public class MergedPeople {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AccessService access;

    MergedPeople(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * The record with all that are one with it, itself included.
     *
     * @param scope over the access log
     */
    public Set<PersonId> of(Scope scope, PersonId person) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return groups(Set.of(person)).getOrDefault(person, Set.of(person));
    }

    /**
     * Each of these records with all that are one with it, itself included.
     *
     * @param task of the control of accesses
     */
    public Map<PersonId, Set<PersonId>> groups(Scope task, Collection<PersonId> people) {
        access.requireTask(task, Purpose.CONTROL);
        return groups(people);
    }

    /**
     * The records in which something may stand about these people, each with whom it is read as: their own, and those
     * that were merged into them. Nothing is told of somebody who was merged into another: whatever stands in that
     * record is told with the other. One SQL.
     *
     * @param task of the figures of the house
     */
    public Map<PersonId, PersonId> heads(Scope task, Collection<PersonId> people) {
        access.requireTask(task, Purpose.COORDINATION);
        if (people.isEmpty()) {
            return Map.of();
        }
        var heads = new HashMap<PersonId, PersonId>();
        people.forEach(person -> heads.put(person, person));
        jdbc.sql("""
                        SELECT absorbed_id, surviving_id FROM access_merge WHERE live AND surviving_id IN (:people)
                        UNION SELECT absorbed_id, surviving_id FROM access_merge
                        WHERE live AND absorbed_id IN (:people)""").param("people", FactRows.values(people)).query(row -> {
            var absorbed = new PersonId(Utc.uuid(row, "absorbed_id"));
            var surviving = new PersonId(Utc.uuid(row, "surviving_id"));
            if (people.contains(surviving)) {
                heads.put(absorbed, surviving);
            } else {
                heads.remove(absorbed);
            }
        });
        return heads;
    }

    /**
     * A page of people, in the order of their ids: those of some records, and everybody into whom others were merged,
     * about whom something may stand in no record of their own. One SQL.
     *
     * @param task of the figures of the house
     * @param records the first ones after the page before, in the order of their ids
     * @param after the last one of the page before; null for the first page
     */
    public List<PersonId> page(Scope task, Collection<PersonId> records, @Nullable PersonId after, int most) {
        access.requireTask(task, Purpose.COORDINATION);
        var surviving = jdbc.sql("SELECT DISTINCT surviving_id FROM access_merge WHERE live AND surviving_id > :after"
                        + " ORDER BY surviving_id LIMIT :most")
                .param("after", after == null ? NOBODY : after.value())
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "surviving_id")))
                .list();
        return Stream.concat(records.stream(), surviving.stream())
                .distinct()
                .sorted(Comparator.comparing(PersonId::toString))
                .limit(most)
                .toList();
    }

    private Map<PersonId, Set<PersonId>> groups(Collection<PersonId> people) {
        var groups = new HashMap<PersonId, Set<PersonId>>();
        jdbc.sql("""
                        SELECT m.surviving_id, m.absorbed_id FROM access_merge m
                        WHERE m.live AND m.surviving_id IN (
                            SELECT surviving_id FROM access_merge WHERE live AND absorbed_id IN (:people)
                            UNION SELECT person_id FROM access_person WHERE person_id IN (:people))""").param("people", FactRows.values(people)).query(row -> {
            groups.computeIfAbsent(new PersonId(Utc.uuid(row, "surviving_id")), _ -> new HashSet<>())
                    .add(new PersonId(Utc.uuid(row, "absorbed_id")));
        });
        var all = new HashMap<PersonId, Set<PersonId>>();
        people.forEach(person -> all.put(person, Set.of(person)));
        groups.forEach((surviving, absorbed) -> {
            var together = new HashSet<>(absorbed);
            together.add(surviving);
            together.stream().filter(people::contains).forEach(person -> all.put(person, Set.copyOf(together)));
        });
        return all;
    }
}
