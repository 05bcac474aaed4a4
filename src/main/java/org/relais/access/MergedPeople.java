package org.relais.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** Which records stand for the same person now. */
@Component
public class MergedPeople {

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
