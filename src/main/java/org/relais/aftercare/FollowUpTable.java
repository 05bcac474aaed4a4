package org.relais.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.FollowUpAttemptId;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.FollowUpId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of follow-ups, for one person at a time. */
@Component
class FollowUpTable {

    private final JdbcClient jdbc;
    private final AftercareDays days;

    FollowUpTable(JdbcClient jdbc, AftercareDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    void insert(FollowUpRow row, Instant at) {
        jdbc.sql("""
                        INSERT INTO aftercare_follow_up
                            (id, person_id, centre_id, unit_id, episode_id, exit_on, answer, rule_version, version,
                             created_at, created_by, changed_at, changed_by)
                        VALUES (:id, :person, :centre, :unit, :episode, :exit, :answer, :rule, 1, :at, :by, :at, :by)""")
                .param("id", row.id().value())
                .param("person", row.person().value())
                .param("centre", row.centre().value())
                .param("unit", row.unit().value())
                .param("episode", row.episode().value())
                .param("exit", row.exitOn())
                .param("answer", row.answer().name())
                .param("rule", row.ruleVersion())
                .param("at", Utc.column(at))
                .param("by", row.createdBy().value())
                .update();
    }

    /** Whether it stood at the version and now stands as told. */
    boolean update(
            FollowUpRow before,
            FollowUpAnswer answer,
            boolean running,
            @Nullable FollowUpEnding ending,
            @Nullable StaffId worker,
            StaffId by,
            Instant at) {
        return jdbc.sql("""
                        UPDATE aftercare_follow_up
                        SET answer = ?, running = ?, ending = ?, worker_id = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(answer.name())
                        .param(running ? true : null)
                        .param(ending == null ? null : ending.name())
                        .param(worker == null ? null : worker.value())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void keep(FollowUpRow row, int version, FollowUpAnswer answer, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO aftercare_answer
                            (follow_up_id, version, person_id, answer, entry_id, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(version)
                .param(row.person().value())
                .param(answer.name())
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** Plans a contact, or takes up again one that had ended; one that was made stays as it is. */
    void plan(FollowUpRow row, int months, AftercareRule.Window window, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO aftercare_contact
                            (id, follow_up_id, person_id, centre_id, unit_id, months, due_on, from_on, until_on, state,
                             is_open, version, changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,'OPEN',TRUE,1,?,?)
                        ON DUPLICATE KEY UPDATE
                            is_open = IF(state = 'ENDED', TRUE, is_open),
                            closed_on = IF(state = 'ENDED', NULL, closed_on),
                            version = IF(state = 'ENDED', version + 1, version),
                            changed_at = IF(state = 'ENDED', VALUES(changed_at), changed_at),
                            changed_by = IF(state = 'ENDED', VALUES(changed_by), changed_by),
                            state = IF(state = 'ENDED', 'OPEN', state)""")
                .param(FollowUpContactId.create().value())
                .param(row.id().value())
                .param(row.person().value())
                .param(row.centre().value())
                .param(row.unit().value())
                .param(months)
                .param(window.due())
                .param(window.from())
                .param(window.until())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** Whether the contact stood at the version and was open. */
    boolean close(ContactRow before, ContactState state, LocalDate on, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE aftercare_contact
                        SET state = ?, is_open = FALSE, closed_on = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ? AND is_open""")
                        .param(state.name())
                        .param(on)
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    /** Ends the contacts that are still open. */
    void endOpen(FollowUpId followUp, LocalDate on, StaffId by, Instant at) {
        jdbc.sql("""
                        UPDATE aftercare_contact
                        SET state = 'ENDED', is_open = FALSE, closed_on = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE follow_up_id = ? AND is_open""")
                .param(on)
                .param(Utc.column(at))
                .param(by.value())
                .param(followUp.value())
                .update();
    }

    void attempt(PersonId person, AttemptRow row, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO aftercare_attempt
                            (id, contact_id, person_id, made_on, form, outcome, note, entry_id, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(row.contact().value())
                .param(person.value())
                .param(row.day())
                .param(row.form().name())
                .param(row.outcome().name())
                .param(row.note())
                .param(entry.value())
                .param(Utc.column(row.recordedAt()))
                .param(row.recordedBy().value())
                .update();
    }

    /** Whether there was no such version yet. */
    boolean result(PersonId person, ResultRow row, EntryId entry) {
        var form = row.form();
        return jdbc.sql("""
                        INSERT IGNORE INTO aftercare_result
                            (contact_id, version, person_id, substance_days, work, housing, quality_of_life, craving,
                             reason, entry_id, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""")
                        .param(row.contact().value())
                        .param(row.version())
                        .param(person.value())
                        .param(form.substanceDays())
                        .param(name(form.work()))
                        .param(name(form.housing()))
                        .param(form.qualityOfLife())
                        .param(form.craving())
                        .param(row.reason())
                        .param(entry.value())
                        .param(Utc.column(row.recordedAt()))
                        .param(row.recordedBy().value())
                        .update()
                == 1;
    }

    boolean attempted(Collection<PersonId> people, FollowUpAttemptId attempt) {
        return jdbc.sql("SELECT COUNT(*) FROM aftercare_attempt WHERE person_id IN (:people) AND id = :id")
                        .param("people", values(people))
                        .param("id", attempt.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<FollowUpRow> find(Collection<PersonId> people, FollowUpId id) {
        return jdbc
                .sql("SELECT * FROM aftercare_follow_up WHERE person_id IN (:people) AND id = :id")
                .param("people", values(people))
                .param("id", id.value())
                .query(this::row)
                .list()
                .stream()
                .findFirst()
                .map(row -> filled(List.of(row)).getFirst());
    }

    Optional<FollowUpRow> ofContact(Collection<PersonId> people, FollowUpContactId contact) {
        return jdbc.sql("SELECT follow_up_id FROM aftercare_contact WHERE person_id IN (:people) AND id = :id")
                .param("people", values(people))
                .param("id", contact.value())
                .query((row, number) -> new FollowUpId(Utc.uuid(row, "follow_up_id")))
                .optional()
                .flatMap(followUp -> find(people, followUp));
    }

    Optional<FollowUpRow> ofEpisode(Collection<PersonId> people, EpisodeId episode) {
        return jdbc.sql("SELECT * FROM aftercare_follow_up WHERE person_id IN (:people) AND episode_id = :episode")
                .param("people", values(people))
                .param("episode", episode.value())
                .query(this::row)
                .optional();
    }

    List<FollowUpRow> of(Collection<PersonId> people, int most) {
        return filled(jdbc.sql("""
                        SELECT * FROM aftercare_follow_up WHERE person_id IN (:people)
                        ORDER BY running IS NULL, exit_on DESC, id LIMIT :most""")
                .param("people", values(people))
                .param("most", most)
                .query(this::row)
                .list());
    }

    List<FollowUpRow> running(Collection<PersonId> people) {
        return jdbc.sql("SELECT * FROM aftercare_follow_up WHERE person_id IN (:people) AND running")
                .param("people", values(people))
                .query(this::row)
                .list();
    }

    private List<FollowUpRow> filled(List<FollowUpRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = values(rows.stream().map(FollowUpRow::id).toList());
        var contacts = jdbc.sql("""
                        SELECT c.*, f.centre_id AS home FROM aftercare_contact c
                        JOIN aftercare_follow_up f ON f.id = c.follow_up_id
                        WHERE c.follow_up_id IN (:ids) ORDER BY c.months""").param("ids", ids).query(this::contact).list();
        var asked = values(contacts.stream().map(ContactRow::id).toList());
        var attempts = grouped(
                jdbc.sql("SELECT * FROM aftercare_attempt WHERE contact_id IN (:ids)"
                                + " ORDER BY made_on DESC, recorded_at DESC, id DESC")
                        .param("ids", asked)
                        .query((row, number) -> attempt(row))
                        .list(),
                AttemptRow::contact);
        var results = grouped(
                jdbc.sql("SELECT * FROM aftercare_result WHERE contact_id IN (:ids) ORDER BY version DESC")
                        .param("ids", asked)
                        .query((row, number) -> result(row))
                        .list(),
                ResultRow::contact);
        var planned = grouped(
                contacts.stream()
                        .map(one -> one.with(
                                attempts.getOrDefault(one.id(), List.of()), results.getOrDefault(one.id(), List.of())))
                        .toList(),
                ContactRow::followUp);
        return rows.stream()
                .map(row -> row.with(planned.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private FollowUpRow row(ResultSet row, int number) throws SQLException {
        var ending = row.getString("ending");
        var worker = Utc.uuidOrNull(row, "worker_id");
        return new FollowUpRow(
                new FollowUpId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                new UnitId(Utc.uuid(row, "unit_id")),
                new EpisodeId(Utc.uuid(row, "episode_id")),
                row.getObject("exit_on", LocalDate.class),
                FollowUpAnswer.valueOf(row.getString("answer")),
                row.getBoolean("running"),
                ending == null ? null : FollowUpEnding.valueOf(ending),
                worker == null ? null : new StaffId(worker),
                row.getInt("rule_version"),
                row.getInt("version"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")),
                List.of());
    }

    private ContactRow contact(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "home"));
        var from = row.getObject("from_on", LocalDate.class);
        var until = row.getObject("until_on", LocalDate.class);
        return new ContactRow(
                new FollowUpContactId(Utc.uuid(row, "id")),
                new FollowUpId(Utc.uuid(row, "follow_up_id")),
                row.getInt("months"),
                row.getObject("due_on", LocalDate.class),
                from,
                until,
                ContactState.valueOf(row.getString("state")),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"),
                days.until(centre, from),
                days.until(centre, until),
                List.of(),
                List.of());
    }

    private static AttemptRow attempt(ResultSet row) throws SQLException {
        return new AttemptRow(
                new FollowUpAttemptId(Utc.uuid(row, "id")),
                new FollowUpContactId(Utc.uuid(row, "contact_id")),
                row.getObject("made_on", LocalDate.class),
                AttemptForm.valueOf(row.getString("form")),
                AttemptOutcome.valueOf(row.getString("outcome")),
                row.getString("note"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    private static ResultRow result(ResultSet row) throws SQLException {
        var work = row.getString("work");
        var housing = row.getString("housing");
        return new ResultRow(
                new FollowUpContactId(Utc.uuid(row, "contact_id")),
                row.getInt("version"),
                new FollowUpForm(
                        row.getObject("substance_days", Integer.class),
                        work == null ? null : WorkState.valueOf(work),
                        housing == null ? null : HousingState.valueOf(housing),
                        row.getObject("quality_of_life", Integer.class),
                        row.getObject("craving", Integer.class)),
                row.getString("reason"),
                Utc.instant(row, "recorded_at"),
                new StaffId(Utc.uuid(row, "recorded_by")));
    }

    private static <K, V> java.util.Map<K, List<V>> grouped(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Where a page begins; null for the first. */
    static UUID after(@Nullable PersonId last) {
        return last == null ? new UUID(0, 0) : last.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(new UUID(0, 0)), ids.stream().map(Id::value))
                .toList();
    }
}
