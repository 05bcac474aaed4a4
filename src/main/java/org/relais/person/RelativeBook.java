package org.relais.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;
import org.relais.shared.Utc;

/** Writes and reads relatives; every change is a new version. Within the caller's transaction. */
@Component
class RelativeBook {
    private static final int NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    RelativeBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RelativeId add(PersonId person, RelativeDetails details, StaffId author) {
        var id = RelativeId.create();
        jdbc.sql("INSERT INTO person_relative (id, person_id, latest_version) VALUES (?,?,1)")
                .params(id.value(), person.value())
                .update();
        insert(id, 1, details, false, author);
        return id;
    }

    void change(
            Collection<PersonId> people,
            RelativeId relative,
            RelativeDetails details,
            int expectedVersion,
            StaffId author) {
        countUp(people, relative, expectedVersion);
        insert(relative, expectedVersion + 1, details, false, author);
    }

    void end(Collection<PersonId> people, RelativeId relative, int expectedVersion, StaffId author) {
        countUp(people, relative, expectedVersion);
        jdbc.sql("""
                        INSERT INTO person_relative_version
                        SELECT relative_id, version + 1, name, relation, telephone, may_tell, not_tell, given_on,
                               until_date, TRUE, ?, ?
                        FROM person_relative_version WHERE relative_id = ? AND version = ?""")
                .params(Utc.column(clock.instant()), author.value(), relative.value(), expectedVersion)
                .update();
    }

    List<Relative> of(Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT v.* FROM person_relative r
                        JOIN person_relative_version v ON v.relative_id = r.id AND v.version = r.latest_version
                        WHERE r.person_id IN (:people) AND NOT v.ended ORDER BY r.id""")
                .param("people", PersonDetailsReader.values(people))
                .query((row, number) -> read(row))
                .list();
    }

    static Map<TellingTopic, Boolean> answers(String mayTell, String notTell) {
        var answers = new EnumMap<TellingTopic, Boolean>(TellingTopic.class);
        topics(mayTell).forEach(topic -> answers.put(topic, true));
        topics(notTell).forEach(topic -> answers.put(topic, false));
        return answers;
    }

    private void countUp(Collection<PersonId> people, RelativeId relative, int expectedVersion) {
        var changed = jdbc.sql("""
                        UPDATE person_relative SET latest_version = latest_version + 1
                        WHERE id = :id AND person_id IN (:people) AND latest_version = :version""")
                .param("id", relative.value())
                .param("people", PersonDetailsReader.values(people))
                .param("version", expectedVersion)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    private void insert(RelativeId id, int version, RelativeDetails details, boolean ended, StaffId author) {
        var told = details.mayBeTold();
        requireDates(told);
        jdbc.sql("INSERT INTO person_relative_version VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(id.value())
                .param(version)
                .param(FreeText.requireLine("name", details.name(), NAME))
                .param(details.relation().name())
                .param(ContactBook.telephone("telephone", details.telephone()))
                .param(joined(told, true))
                .param(joined(told, false))
                .param(told.givenOn())
                .param(told.until())
                .param(ended)
                .param(Utc.column(clock.instant()))
                .param(author.value())
                .update();
    }

    private void requireDates(MayBeTold told) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (told.givenOn() != null && told.givenOn().isAfter(today)) {
            throw new InvalidInput("givenOn", "person.error.given-future");
        }
        if (told.givenOn() == null && told.answers().containsValue(true)) {
            throw new InvalidInput("givenOn", "person.error.given-missing");
        }
        if (told.until() != null && told.givenOn() != null && told.until().isBefore(told.givenOn())) {
            throw new InvalidInput("until", "person.error.until-before");
        }
    }

    private static String joined(MayBeTold told, boolean answer) {
        return told.answers().entrySet().stream()
                .filter(entry -> entry.getValue() == answer)
                .map(entry -> entry.getKey().name())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static List<TellingTopic> topics(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(TellingTopic::valueOf).toList();
    }

    private static Relative read(ResultSet row) throws SQLException {
        return new Relative(
                new RelativeId(Utc.uuid(row, "relative_id")),
                row.getInt("version"),
                row.getString("name"),
                Relation.valueOf(row.getString("relation")),
                row.getString("telephone"),
                told(row),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    private static MayBeTold told(ResultSet row) throws SQLException {
        @Nullable LocalDate givenOn = row.getObject("given_on", LocalDate.class);
        @Nullable LocalDate until = row.getObject("until_date", LocalDate.class);
        return new MayBeTold(answers(row.getString("may_tell"), row.getString("not_tell")), givenOn, until);
    }
}
