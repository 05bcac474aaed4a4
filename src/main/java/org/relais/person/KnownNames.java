package org.relais.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.audit.AskedAccess;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** Every name people were ever known by, folded for comparing; for the questions about accesses, which pass none on. */
@Component
class KnownNames {

    private final JdbcClient jdbc;

    KnownNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, List<Folded>> of(Collection<AskedAccess> asked) {
        return jdbc
                .sql("""
                        SELECT DISTINCT person_id, given_name, family_name FROM person_identity
                        WHERE person_id IN (:people) AND family_name IS NOT NULL""")
                .param("people", PersonDetailsReader.values(people(asked)))
                .query((row, number) -> Map.entry(
                        new PersonId(Utc.uuid(row, "person_id")),
                        new Folded(folded(row.getString("given_name")), folded(row.getString("family_name")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    static Stream<Folded> in(Map<PersonId, List<Folded>> known, PersonId person) {
        return known.getOrDefault(person, List.of()).stream();
    }

    static Set<PersonId> people(Collection<AskedAccess> asked) {
        return asked.stream().flatMap(access -> access.people().stream()).collect(Collectors.toSet());
    }

    static String folded(@Nullable String name) {
        return name == null ? "" : String.join(" ", NameWords.of(name));
    }

    /** A given name, empty where none is known, and a family name. */
    record Folded(String given, String family) {}
}
