package org.relais.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * Looks people up by the keys of some centres: first what is typed right, and where that does not fill the page, what
 * has one typing error. One or two statements, each a few short ranges.
 */
@Component
class PersonFinder {
    private static final String COLUMNS = """
            SELECT STRAIGHT_JOIN k.centre_id, p.id, p.file_number, p.search_name, i.alias, i.given_name, i.family_name,
                   i.shown_under_alias, i.birth_date, i.birth_year, i.gender,
                   (SELECT MIN(m.known_as) FROM person_merged m WHERE m.surviving_id = p.id) AS known_as
            """;
    private static final String HEAD =
            "JOIN person_person p ON p.id = k.person_id JOIN person_identity i ON i.id = p.identity_id ";

    private final JdbcClient jdbc;

    PersonFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best answers, best first; at most one more than the limit. */
    List<Found> find(Scope scope, Collection<CentreId> centres, SearchText text, int limit) {
        if (text.isEmpty() || centres.isEmpty()) {
            return List.of();
        }
        var number = text.fileNumber();
        if (number != null) {
            return byFileNumber(scope, centres, number);
        }
        var exact = KeyProbe.exact(text);
        var found = new LinkedHashMap<PersonId, Found>();
        if (!exact.isEmpty()) {
            collect(scope, centres, exact, text, limit, found);
        }
        if (found.size() <= limit) {
            var near = KeyProbe.near(text);
            if (!near.isEmpty()) {
                collect(scope, centres, near, text, limit, found);
            }
        }
        return found.values().stream().sorted().limit(limit + 1L).toList();
    }

    /** Everybody of the scope's centres born on that day; few even among a million. */
    List<Found> bornOn(Scope scope, LocalDate day, int limit) {
        return find(scope, scope.centres(), new SearchText(null, day, List.of(), List.of()), limit);
    }

    private void collect(
            Scope scope,
            Collection<CentreId> centres,
            List<KeyProbe> probes,
            SearchText text,
            int limit,
            Map<PersonId, Found> found) {
        var sql = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        for (var probe : probes) {
            for (var centre : centres) {
                sql.add("(" + COLUMNS + "FROM person_name_key k " + HEAD
                        + "WHERE k.centre_id = ? AND " + probe.condition() + Hidden.condition(scope, "k.person_id")
                        + " ORDER BY k.name_key, k.birth_year, k.person_id LIMIT " + (limit + 3) + ")");
                parameters.add(centre.value());
                parameters.addAll(probe.parameters());
                parameters.addAll(Hidden.parameters(scope));
            }
        }
        jdbc.sql(String.join(" UNION ALL ", sql))
                .params(parameters)
                .query((row, index) -> read(row))
                .list()
                .forEach(candidate ->
                        candidate.matching(text).ifPresent(match -> found.merge(match.person(), match, Found::and)));
    }

    private List<Found> byFileNumber(Scope scope, Collection<CentreId> centres, FileNumber number) {
        var places = String.join(",", centres.stream().map(centre -> "?").toList());
        var parameters = new ArrayList<Object>();
        parameters.add(number.digits());
        centres.forEach(centre -> parameters.add(centre.value()));
        parameters.addAll(Hidden.parameters(scope));
        var found = new LinkedHashMap<PersonId, Found>();
        jdbc.sql(COLUMNS + "FROM person_person a LEFT JOIN person_merged g ON g.absorbed_id = a.id "
                        + "JOIN person_person p ON p.id = COALESCE(g.surviving_id, a.id) "
                        + "JOIN person_identity i ON i.id = p.identity_id "
                        + "JOIN person_centre k ON k.person_id = p.id WHERE a.file_number = ? AND k.centre_id IN ("
                        + places + ")" + Hidden.condition(scope, "p.id"))
                .params(parameters)
                .query((row, index) -> read(row))
                .list()
                .forEach(match -> found.merge(match.person(), match, Found::and));
        return List.copyOf(found.values());
    }

    static Found read(ResultSet row) throws SQLException {
        return new Found(
                new PersonId(Utc.uuid(row, "id")),
                new FileNumber(row.getInt("file_number")),
                row.getString("search_name"),
                row.getString("alias"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getBoolean("shown_under_alias"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("birth_year", Integer.class),
                gender(row.getString("gender")),
                row.getString("known_as"),
                Set.of(new CentreId(Utc.uuid(row, "centre_id"))),
                0);
    }

    static @Nullable Gender gender(@Nullable String column) {
        return column == null ? null : Gender.valueOf(column);
    }

    static Set<CentreId> both(Set<CentreId> one, Set<CentreId> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
