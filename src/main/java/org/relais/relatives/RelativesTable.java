package org.relais.relatives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.person.Relation;
import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;
import org.relais.shared.SupportOfferId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of the room; every row is inserted once. */
@Component
class RelativesTable {

    private final JdbcClient jdbc;

    RelativesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PersonId person, RelativeContactRow row, int relativeVersion, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO relatives_contact
                            (id, person_id, relative_id, relative_version, relative_name, relation, centre_id, unit_id,
                             form, happened_at, happened_on, told_topics, told, beyond_topics, reason, heard, entry_id,
                             recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(person.value())
                .param(row.relative().value())
                .param(relativeVersion)
                .param(row.name())
                .param(row.relation().name())
                .param(row.centre().value())
                .param(value(row.unit()))
                .param(row.form().name())
                .param(Utc.column(row.at()))
                .param(row.on())
                .param(joined(row.told()))
                .param(row.words())
                .param(joined(row.beyond()))
                .param(row.reason())
                .param(row.heard())
                .param(entry.value())
                .param(Utc.column(row.recordedAt()))
                .param(row.recordedBy().value())
                .update();
    }

    void insert(PersonId person, RelativeContactId letter, Map<TellingTopic, String> parts) {
        parts.forEach((topic, text) -> jdbc.sql(
                        "INSERT INTO relatives_letter_part (contact_id, topic, person_id, text) VALUES (?,?,?,?)")
                .param(letter.value())
                .param(topic.name())
                .param(person.value())
                .param(text)
                .update());
    }

    void insert(PersonId person, SupportRow row, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO relatives_support
                            (id, person_id, relative_id, relative_name, relation, centre_id, unit_id, kind, offered_on,
                             note, entry_id, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(person.value())
                .param(row.relative().value())
                .param(row.name())
                .param(row.relation().name())
                .param(row.centre().value())
                .param(value(row.unit()))
                .param(row.kind().name())
                .param(row.offeredOn())
                .param(row.note())
                .param(entry.value())
                .param(Utc.column(row.recordedAt()))
                .param(row.recordedBy().value())
                .update();
    }

    /** Whether there was no answer of that number yet. */
    boolean insert(PersonId person, SupportOfferId support, SupportRow.Answered row, EntryId entry) {
        return jdbc.sql("""
                        INSERT IGNORE INTO relatives_support_answer
                            (support_id, version, person_id, answer, answered_on, note, entry_id, recorded_at,
                             recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                        .param(support.value())
                        .param(row.version())
                        .param(person.value())
                        .param(row.answer().name())
                        .param(row.on())
                        .param(row.note())
                        .param(entry.value())
                        .param(Utc.column(row.recordedAt()))
                        .param(row.recordedBy().value())
                        .update()
                == 1;
    }

    /** Whether they had not seen it yet. */
    boolean seen(PersonId person, RelativeContactId contact, StaffId staff, java.time.Instant at) {
        return jdbc.sql("INSERT IGNORE INTO relatives_seen (contact_id, person_id, staff_id, seen_at) VALUES (?,?,?,?)")
                        .param(contact.value())
                        .param(person.value())
                        .param(staff.value())
                        .param(Utc.column(at))
                        .update()
                == 1;
    }

    Optional<RelativeContactRow> contact(Collection<PersonId> people, RelativeContactId id) {
        return jdbc.sql(
                        "SELECT c.*, (SELECT MIN(s.staff_id) FROM relatives_seen s WHERE s.contact_id = c.id) AS seen_by"
                                + " FROM relatives_contact c WHERE c.person_id IN (:people) AND c.id = :id")
                .param("people", values(people))
                .param("id", id.value())
                .query((row, number) -> contact(row))
                .optional();
    }

    List<RelativeContactRow> contacts(Collection<PersonId> people, int most) {
        return jdbc.sql(
                        "SELECT c.*, (SELECT MIN(s.staff_id) FROM relatives_seen s WHERE s.contact_id = c.id) AS seen_by"
                                + " FROM relatives_contact c WHERE c.person_id IN (:people)"
                                + " ORDER BY c.happened_at DESC, c.id DESC LIMIT :most")
                .param("people", values(people))
                .param("most", most)
                .query((row, number) -> contact(row))
                .list();
    }

    Map<TellingTopic, String> parts(RelativeContactId letter) {
        var parts = new EnumMap<TellingTopic, String>(TellingTopic.class);
        jdbc.sql("SELECT topic, text FROM relatives_letter_part WHERE contact_id = ?")
                .param(letter.value())
                .query(row -> {
                    parts.put(TellingTopic.valueOf(row.getString("topic")), row.getString("text"));
                });
        return parts;
    }

    Optional<SupportRow> support(Collection<PersonId> people, SupportOfferId id) {
        return filled(jdbc.sql("SELECT * FROM relatives_support WHERE person_id IN (:people) AND id = :id")
                        .param("people", values(people))
                        .param("id", id.value())
                        .query((row, number) -> support(row))
                        .list())
                .stream()
                .findFirst();
    }

    List<SupportRow> supports(Collection<PersonId> people, int most) {
        return filled(jdbc.sql("SELECT * FROM relatives_support WHERE person_id IN (:people)"
                        + " ORDER BY offered_on DESC, recorded_at DESC, id DESC LIMIT :most")
                .param("people", values(people))
                .param("most", most)
                .query((row, number) -> support(row))
                .list());
    }

    private List<SupportRow> filled(List<SupportRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var answers = jdbc
                .sql("SELECT * FROM relatives_support_answer WHERE support_id IN (:ids) ORDER BY version")
                .param("ids", values(rows.stream().map(SupportRow::id).toList()))
                .query((row, number) -> Map.entry(new SupportOfferId(Utc.uuid(row, "support_id")), answered(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(answers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static RelativeContactRow contact(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var seen = Utc.uuidOrNull(row, "seen_by");
        return new RelativeContactRow(
                new RelativeContactId(Utc.uuid(row, "id")),
                new RelativeId(Utc.uuid(row, "relative_id")),
                row.getString("relative_name"),
                Relation.valueOf(row.getString("relation")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                ContactForm.valueOf(row.getString("form")),
                Utc.instant(row, "happened_at"),
                row.getObject("happened_on", LocalDate.class),
                topics(row.getString("told_topics")),
                row.getString("told"),
                topics(row.getString("beyond_topics")),
                row.getString("reason"),
                row.getString("heard"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")),
                seen == null ? null : new StaffId(seen));
    }

    private static SupportRow support(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new SupportRow(
                new SupportOfferId(Utc.uuid(row, "id")),
                new RelativeId(Utc.uuid(row, "relative_id")),
                row.getString("relative_name"),
                Relation.valueOf(row.getString("relation")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                SupportKind.valueOf(row.getString("kind")),
                row.getObject("offered_on", LocalDate.class),
                row.getString("note"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")),
                List.of());
    }

    private static SupportRow.Answered answered(ResultSet row) throws SQLException {
        return new SupportRow.Answered(
                row.getInt("version"),
                SupportAnswer.valueOf(row.getString("answer")),
                row.getObject("answered_on", LocalDate.class),
                row.getString("note"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    static String joined(Set<TellingTopic> topics) {
        return topics.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<TellingTopic> topics(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(TellingTopic::valueOf).collect(Collectors.toSet());
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(new UUID(0, 0)), ids.stream().map(Id::value))
                .toList();
    }
}
