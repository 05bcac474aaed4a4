package org.relais.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.shared.AlertId;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Reads the head of a record in one statement and cuts it to what the grant shows. */
@Component
class PersonHeads {
    private static final String INSTANT = "'%Y-%m-%dT%H:%i:%s.%fZ'";
    private static final String HEAD = """
            SELECT p.id, p.file_number, p.search_name, p.version, i.alias, i.given_name, i.family_name,
                   i.shown_under_alias, i.birth_date, i.birth_year, i.gender,
                   (SELECT MIN(m.known_as) FROM person_merged m WHERE m.surviving_id = p.id) AS known_as,
                   (SELECT JSON_ARRAYAGG(c.centre_id) FROM person_centre c WHERE c.person_id = p.id) AS centres,
                   (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', a.id, 'kind', a.kind, 'severity', a.severity,
                               'text', a.text, 'source', a.source, 'by', a.recorded_by,
                               'at', DATE_FORMAT(a.recorded_at, %1$s)))
                    FROM person_alert a WHERE a.person_id IN (:people) AND a.ended_at IS NULL) AS alerts,
                   (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', v.relative_id, 'version', v.version, 'name', v.name,
                               'relation', v.relation, 'telephone', v.telephone, 'may', v.may_tell,
                               'not', v.not_tell, 'given', v.given_on, 'until', v.until_date, 'by', v.recorded_by,
                               'at', DATE_FORMAT(v.recorded_at, %1$s)))
                    FROM person_relative r
                    JOIN person_relative_version v ON v.relative_id = r.id AND v.version = r.latest_version
                    WHERE r.person_id IN (:people) AND NOT v.ended) AS relatives
            FROM person_person p JOIN person_identity i ON i.id = p.identity_id
            WHERE p.id = :person
            """.formatted(INSTANT);

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    PersonHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PersonHead read(Grant grant) {
        return jdbc.sql(HEAD)
                .param("person", grant.person().value())
                .param("people", values(grant))
                .query((row, number) -> head(row, grant))
                .optional()
                .orElseThrow(NotFound::new);
    }

    LifeStage lifeStage(Grant grant) {
        return jdbc.sql("""
                        SELECT i.birth_date, i.birth_year, i.gender,
                               EXISTS (SELECT 1 FROM person_alert a
                                       WHERE a.person_id IN (:people) AND a.kind = 'PREGNANCY' AND a.ended_at IS NULL)
                               AS pregnant
                        FROM person_person p JOIN person_identity i ON i.id = p.identity_id WHERE p.id = :person""")
                .param("person", grant.person().value())
                .param("people", values(grant))
                .query((row, number) -> lifeStage(row))
                .optional()
                .orElse(LifeStage.UNKNOWN);
    }

    Map<PersonId, LifeStage> lifeStages(Collection<PersonId> people) {
        var found = new HashMap<PersonId, LifeStage>();
        if (!people.isEmpty()) {
            jdbc.sql("""
                            SELECT p.id, i.birth_date, i.birth_year, i.gender, FALSE AS pregnant
                            FROM person_person p JOIN person_identity i ON i.id = p.identity_id
                            WHERE p.id IN (:people)""")
                    .param("people", people.stream().map(PersonId::value).collect(Collectors.toSet()))
                    .query(row -> {
                        found.put(new PersonId(Utc.uuid(row, "id")), lifeStage(row));
                    });
        }
        return Map.copyOf(found);
    }

    private static LifeStage lifeStage(ResultSet row) throws SQLException {
        @Nullable String gender = row.getString("gender");
        return new LifeStage(
                row.getObject("birth_date", LocalDate.class),
                row.getObject("birth_year", Integer.class),
                row.getBoolean("pregnant"),
                gender == null ? null : Gender.valueOf(gender));
    }

    private static Set<UUID> values(Grant grant) {
        return grant.people().stream().map(PersonId::value).collect(Collectors.toSet());
    }

    private PersonHead head(ResultSet row, Grant grant) throws SQLException {
        var alias = row.getString("alias");
        var given = row.getString("given_name");
        var family = row.getString("family_name");
        var display = DisplayName.of(alias, given, family, row.getBoolean("shown_under_alias"));
        @Nullable LocalDate birthDate = row.getObject("birth_date", LocalDate.class);
        return new PersonHead(
                new PersonName(
                        new PersonId(row.getObject("id", UUID.class)),
                        display,
                        display.equals(alias),
                        new FileNumber(row.getInt("file_number")).toString(),
                        birthDate),
                row.getObject("birth_year", Integer.class),
                PersonFinder.gender(row.getString("gender")),
                DisplayName.other(alias, display, row.getString("known_as")),
                given != null || family != null,
                centres(row.getString("centres")),
                alerts(row.getString("alerts"), grant.level(Section.RISK)),
                relatives(row.getString("relatives"), grant.level(Section.ADMINISTRATIVE)),
                row.getLong("version"));
    }

    private Set<CentreId> centres(@Nullable String array) {
        return nodes(array).stream()
                .map(node -> CentreId.parse(node.asString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    // The minimum shows to whoever treats the person: that there is an alert, of which kind and how severe.
    private List<Alert> alerts(@Nullable String array, Level level) {
        if (!level.atLeast(Level.SUMMARY)) {
            return List.of();
        }
        var full = level == Level.READ;
        return nodes(array).stream()
                .map(node -> new Alert(
                        AlertId.parse(node.get("id").asString()),
                        AlertKind.valueOf(node.get("kind").asString()),
                        Severity.valueOf(node.get("severity").asString()),
                        full ? node.get("text").asString() : "",
                        full ? text(node, "source") : null,
                        Instant.parse(node.get("at").asString()),
                        full ? StaffId.parse(node.get("by").asString()) : null))
                .sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::recordedAt))
                .toList();
    }

    private List<Relative> relatives(@Nullable String array, Level level) {
        if (!level.atLeast(Level.SUMMARY)) {
            return List.of();
        }
        return nodes(array).stream()
                .map(node -> new Relative(
                        RelativeId.parse(node.get("id").asString()),
                        node.get("version").asInt(),
                        node.get("name").asString(),
                        Relation.valueOf(node.get("relation").asString()),
                        level == Level.READ ? text(node, "telephone") : null,
                        new MayBeTold(
                                RelativeBook.answers(
                                        node.get("may").asString(),
                                        node.get("not").asString()),
                                date(node, "given"),
                                date(node, "until")),
                        Instant.parse(node.get("at").asString()),
                        StaffId.parse(node.get("by").asString())))
                .sorted(Comparator.comparing(relative -> relative.id().value()))
                .toList();
    }

    private List<JsonNode> nodes(@Nullable String array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(json.readTree(array).spliterator(), false)
                        .toList();
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        var text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
