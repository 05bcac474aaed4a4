package org.relais.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/** Reads people by name order, by id, by identifier, and answers the one question across centres. */
@Component
class PersonLists {
    private static final String COLUMNS = """
            SELECT p.id, p.file_number, p.search_name, i.alias, i.given_name, i.family_name, i.shown_under_alias,
                   i.birth_date, i.birth_year, i.gender, k.centre_id,
                   (SELECT MIN(m.known_as) FROM person_merged m WHERE m.surviving_id = p.id) AS known_as
            """;

    private final JdbcClient jdbc;

    PersonLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page by name, and one row more; each centre is read no further than the page. */
    List<Found> page(Scope scope, Collection<CentreId> centres, @Nullable PersonCursor after, int size) {
        if (centres.isEmpty()) {
            return List.of();
        }
        var onwards = after == null ? "" : " AND c.sort_name >= ? AND (c.sort_name > ? OR c.person_id > ?)";
        var sql = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        for (var centre : centres) {
            sql.add("(SELECT c.centre_id, c.sort_name, c.person_id FROM person_centre c WHERE c.centre_id = ?"
                    + Hidden.condition(scope, "c.person_id") + onwards
                    + " ORDER BY c.sort_name, c.person_id LIMIT " + (size + 1) + ")");
            parameters.add(centre.value());
            parameters.addAll(Hidden.parameters(scope));
            if (after != null) {
                parameters.add(after.sortName());
                parameters.add(after.sortName());
                parameters.add(after.person().value());
            }
        }
        var found = new LinkedHashMap<PersonId, Found>();
        jdbc.sql(COLUMNS + "FROM (" + String.join(" UNION ALL ", sql) + ") k "
                        + "JOIN person_person p ON p.id = k.person_id JOIN person_identity i ON i.id = p.identity_id "
                        + "ORDER BY k.sort_name, k.person_id")
                .params(parameters)
                .query((row, number) -> PersonFinder.read(row))
                .list()
                .forEach(person -> found.merge(person.person(), person, Found::and));
        return found.values().stream().limit(size + 1L).toList();
    }

    /**
     * Of these people those known in the scope's centres, or for whom the actor was given something beyond them; by
     * the id that was asked for: the answer for an absorbed record is the surviving one.
     */
    Map<PersonId, Found> named(Scope scope, Collection<PersonId> people) {
        return named(scope, people, scope.beyond());
    }

    /** @param beyond who may be named although they are of no centre of the scope */
    Map<PersonId, Found> named(Scope scope, Collection<PersonId> people, Collection<PersonId> beyond) {
        var found = new LinkedHashMap<PersonId, Found>();
        if (people.isEmpty()) {
            return found;
        }
        jdbc.sql(COLUMNS.replaceFirst("SELECT", "SELECT a.id AS asked,") + """
                        FROM person_person a LEFT JOIN person_merged g ON g.absorbed_id = a.id
                        JOIN person_person p ON p.id = COALESCE(g.surviving_id, a.id)
                        JOIN person_identity i ON i.id = p.identity_id
                        JOIN person_centre k ON k.person_id = p.id
                             AND (k.centre_id IN (:centres) OR p.id IN (:beyond) OR a.id IN (:beyond))
                        WHERE a.id IN (:people) AND p.id NOT IN (:hidden)""")
                .param("centres", values(scope.centres()))
                .param("beyond", values(beyond))
                .param("hidden", values(scope.hidden()))
                .param("people", values(people))
                .query(row -> {
                    found.merge(new PersonId(Utc.uuid(row, "asked")), PersonFinder.read(row), Found::and);
                });
        return found;
    }

    List<Found> identified(Scope scope, Identifier identifier) {
        var found = new LinkedHashMap<PersonId, Found>();
        jdbc.sql(COLUMNS + """
                        FROM person_identifier f LEFT JOIN person_merged g ON g.absorbed_id = f.person_id
                        JOIN person_person p ON p.id = COALESCE(g.surviving_id, f.person_id)
                        JOIN person_identity i ON i.id = p.identity_id
                        JOIN person_centre k ON k.person_id = p.id AND k.centre_id IN (:centres)
                        WHERE f.identifier = :identifier AND f.system_name = :system AND p.id NOT IN (:hidden)""")
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .param("identifier", identifier.value())
                .param("system", identifier.system())
                .query((row, number) -> PersonFinder.read(row))
                .list()
                .forEach(person -> found.merge(person.person(), person, Found::and));
        return List.copyOf(found.values());
    }

    /** One person who is known in none of the scope's centres; whoever goes by an alias is found by their file number only. */
    Optional<Found> elsewhere(Scope scope, ElsewhereQuestion question) {
        var number = question.fileNumber() == null
                ? null
                : FileNumber.parse(question.fileNumber()).orElse(null);
        var family = question.familyName() == null ? "" : String.join(" ", NameWords.of(question.familyName()));
        if (number == null && (family.isEmpty() || question.birthDate() == null)) {
            return Optional.empty();
        }
        var condition = number != null
                ? "a.file_number = :number"
                : "w.birth_date = :birth AND w.folded_family = :family AND NOT w.shown_under_alias"
                        + " AND NOT i.shown_under_alias";
        return jdbc.sql(COLUMNS + """
                        FROM person_identity w JOIN person_person a ON a.identity_id = w.id
                        LEFT JOIN person_merged g ON g.absorbed_id = a.id
                        JOIN person_person p ON p.id = COALESCE(g.surviving_id, a.id)
                        JOIN person_identity i ON i.id = p.identity_id
                        JOIN person_centre k ON k.person_id = p.id
                        WHERE NOT EXISTS (SELECT 1 FROM person_centre own
                                          WHERE own.person_id = p.id AND own.centre_id IN (:centres))
                          AND p.id NOT IN (:hidden) AND\s""" + condition + " ORDER BY k.since DESC, k.centre_id LIMIT 1")
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .param("number", number == null ? null : number.digits())
                .param("birth", question.birthDate())
                .param("family", family)
                .query((row, index) -> PersonFinder.read(row))
                .optional();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static Collection<java.util.UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? List.of(new java.util.UUID(0, 0))
                : ids.stream().map(Id::value).collect(Collectors.toSet());
    }
}
