package org.relais.detox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.relais.shared.CentreId;
import org.relais.shared.HandOverId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The tables of the hand-over. What was signed is only added to. */
@Component
class HandOverTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    HandOverTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<PersonId, HandOverSentence> sentences(UnitId unit, Instant change) {
        var sentences = new HashMap<PersonId, HandOverSentence>();
        jdbc.sql("SELECT * FROM detox_hand_over_sentence WHERE unit_id = ? AND change_at = ?")
                .param(unit.value())
                .param(Utc.column(change))
                .query(row -> {
                    sentences.put(new PersonId(Utc.uuid(row, "person_id")), sentence(row));
                });
        return sentences;
    }

    Optional<HandOverSentence> sentence(UnitId unit, Instant change, PersonId person) {
        return jdbc.sql("SELECT * FROM detox_hand_over_sentence WHERE unit_id = ? AND change_at = ? AND person_id = ?")
                .param(unit.value())
                .param(Utc.column(change))
                .param(person.value())
                .query((row, number) -> sentence(row))
                .optional();
    }

    /** Whether it stood at the version, 0 for none, and now reads so. */
    boolean save(UnitId unit, Instant change, PersonId person, String text, int before, StaffId by) {
        if (before == 0) {
            try {
                jdbc.sql("INSERT INTO detox_hand_over_sentence"
                                + " (unit_id, change_at, person_id, text, version, saved_by, saved_at)"
                                + " VALUES (?,?,?,?,1,?,?)")
                        .param(unit.value())
                        .param(Utc.column(change))
                        .param(person.value())
                        .param(text)
                        .param(by.value())
                        .param(Utc.column(clock.instant()))
                        .update();
                return true;
            } catch (DuplicateKeyException writtenMeanwhile) {
                return false;
            }
        }
        return jdbc.sql(
                                "UPDATE detox_hand_over_sentence SET text = ?, version = version + 1, saved_by = ?, saved_at = ?"
                                        + " WHERE unit_id = ? AND change_at = ? AND person_id = ? AND version = ?")
                        .param(text)
                        .param(by.value())
                        .param(Utc.column(clock.instant()))
                        .param(unit.value())
                        .param(Utc.column(change))
                        .param(person.value())
                        .param(before)
                        .update()
                == 1;
    }

    /** Whose pages the member of staff has read, and as they stood then. */
    Map<PersonId, String> readings(UnitId unit, Instant change, StaffId staff) {
        var readings = new HashMap<PersonId, String>();
        jdbc.sql("SELECT person_id, basis FROM detox_hand_over_reading"
                        + " WHERE unit_id = ? AND change_at = ? AND staff_id = ?")
                .param(unit.value())
                .param(Utc.column(change))
                .param(staff.value())
                .query(row -> {
                    readings.put(new PersonId(Utc.uuid(row, "person_id")), row.getString("basis"));
                });
        return readings;
    }

    void read(UnitId unit, Instant change, PersonId person, StaffId staff, String basis) {
        jdbc.sql(
                        "INSERT INTO detox_hand_over_reading (unit_id, change_at, person_id, staff_id, basis, read_at)"
                                + " VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE basis = VALUES(basis), read_at = VALUES(read_at)")
                .param(unit.value())
                .param(Utc.column(change))
                .param(person.value())
                .param(staff.value())
                .param(basis)
                .param(Utc.column(clock.instant()))
                .update();
    }

    /** False when one of the ward and change was signed meanwhile. */
    boolean insert(GiveHandOver command, CentreId centre, WardShifts shifts, StaffId by) {
        try {
            jdbc.sql("""
                            INSERT INTO detox_hand_over
                                (id, unit_id, centre_id, change_at, rule_code, rule_version, language, given_by, given_at)
                            VALUES (?,?,?,?,?,?,?,?,?)""")
                    .param(command.id().value())
                    .param(command.unit().value())
                    .param(centre.value())
                    .param(Utc.column(command.change()))
                    .param(shifts.rule().code())
                    .param(shifts.rule().version())
                    .param(command.language().getLanguage())
                    .param(by.value())
                    .param(Utc.column(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException signedMeanwhile) {
            return false;
        }
    }

    void insert(HandOverId handOver, int place, HandOverPage page) {
        var sentence = page.sentence();
        var said = sentence == null || sentence.text().isEmpty() ? null : sentence;
        jdbc.sql("""
                        INSERT INTO detox_hand_over_page
                            (hand_over_id, person_id, place, words, sentence, sentence_by, withheld)
                        VALUES (?,?,?,?,?,?,?)""")
                .param(handOver.value())
                .param(page.person().value())
                .param(place)
                .param(json.writeValueAsString(page.text()))
                .param(said == null ? null : said.text())
                .param(said == null ? null : said.by().value())
                .param(page.withheld())
                .update();
    }

    /** Adds the receipt; nothing happens when it is there. */
    boolean receive(HandOverId handOver, StaffId by) {
        return jdbc.sql(
                                "INSERT IGNORE INTO detox_hand_over_receipt (hand_over_id, staff_id, received_at) VALUES (?,?,?)")
                        .param(handOver.value())
                        .param(by.value())
                        .param(Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    Optional<GivenHandOver> given(UnitId unit, Instant change) {
        return jdbc.sql("SELECT * FROM detox_hand_over WHERE unit_id = ? AND change_at = ?")
                .param(unit.value())
                .param(Utc.column(change))
                .query((row, number) -> row(row))
                .optional()
                .map(this::marked);
    }

    Optional<GivenHandOver> find(HandOverId id) {
        return jdbc.sql("SELECT * FROM detox_hand_over WHERE id = ?")
                .param(id.value())
                .query((row, number) -> row(row))
                .optional()
                .map(this::marked);
    }

    /** Its pages without those of people hidden from the reader, in the order of the beds. */
    List<StoredPage> pages(HandOverId handOver, Collection<PersonId> hidden) {
        return jdbc.sql("SELECT * FROM detox_hand_over_page WHERE hand_over_id = :id AND person_id NOT IN (:hidden)"
                        + " ORDER BY place")
                .param("id", handOver.value())
                .param("hidden", values(hidden))
                .query((row, number) -> {
                    var by = Utc.uuidOrNull(row, "sentence_by");
                    return new StoredPage(
                            new PersonId(Utc.uuid(row, "person_id")),
                            json.readValue(row.getString("words"), HandOverText.class),
                            row.getString("sentence"),
                            by == null ? null : new StaffId(by),
                            row.getBoolean("withheld"));
                })
                .list();
    }

    /** When the member of staff last gave one in the ward before a moment, and for which change they last received one. */
    LastShift lastShift(UnitId unit, StaffId staff, Instant before) {
        return jdbc.sql("""
                        SELECT (SELECT MAX(given_at) FROM detox_hand_over
                                WHERE unit_id = :unit AND given_by = :staff AND change_at < :before) AS gave,
                               (SELECT MAX(h.change_at) FROM detox_hand_over h
                                JOIN detox_hand_over_receipt r ON r.hand_over_id = h.id AND r.staff_id = :staff
                                WHERE h.unit_id = :unit AND h.change_at < :before) AS received""")
                .param("unit", unit.value())
                .param("staff", staff.value())
                .param("before", Utc.column(before))
                .query((row, number) ->
                        new LastShift(Utc.instantOrNull(row, "gave"), Utc.instantOrNull(row, "received")))
                .single();
    }

    /** Those given since a moment at these centres that nobody signed for and none followed, the first given first. */
    List<GivenHandOver> unreceived(Collection<CentreId> centres, Instant since) {
        return jdbc.sql("SELECT h.* FROM detox_hand_over h WHERE h.centre_id IN (:centres) AND h.given_at >= :since"
                        + " AND NOT EXISTS (SELECT 1 FROM detox_hand_over_receipt r WHERE r.hand_over_id = h.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM detox_hand_over n"
                        + " WHERE n.unit_id = h.unit_id AND n.change_at > h.change_at)"
                        + " ORDER BY h.given_at, h.id")
                .param("centres", values(centres))
                .param("since", Utc.column(since))
                .query((row, number) -> row(row))
                .list();
    }

    /** Whether this was the first to tell them. */
    boolean call(HandOverId handOver, StaffId staff) {
        return jdbc.sql("INSERT IGNORE INTO detox_hand_over_call (hand_over_id, staff_id, told_at) VALUES (?,?,?)")
                        .param(handOver.value())
                        .param(staff.value())
                        .param(Utc.column(clock.instant()))
                        .update()
                == 1;
    }

    /** Counts the copy and keeps who printed it. */
    HandOverCopy print(UnitId unit, Instant change, StaffId by) {
        while (true) {
            var number = jdbc.sql(
                            "SELECT COALESCE(MAX(copy), 0) + 1 FROM detox_hand_over_copy WHERE unit_id = ? AND change_at = ?")
                    .param(unit.value())
                    .param(Utc.column(change))
                    .query(Integer.class)
                    .single();
            var copy = new HandOverCopy(HandOverId.create(), number, by, clock.instant());
            var inserted = jdbc.sql("INSERT IGNORE INTO detox_hand_over_copy"
                            + " (id, unit_id, change_at, copy, printed_by, printed_at) VALUES (?,?,?,?,?,?)")
                    .param(copy.id().value())
                    .param(unit.value())
                    .param(Utc.column(change))
                    .param(number)
                    .param(by.value())
                    .param(Utc.column(copy.at()))
                    .update();
            if (inserted == 1) {
                return copy;
            }
        }
    }

    private GivenHandOver marked(GivenHandOver bare) {
        return new GivenHandOver(
                bare.id(),
                bare.unit(),
                bare.centre(),
                bare.change(),
                bare.language(),
                bare.givenBy(),
                bare.givenAt(),
                marks("SELECT staff_id, received_at AS at FROM detox_hand_over_receipt", bare.id()),
                marks("SELECT staff_id, told_at AS at FROM detox_hand_over_call", bare.id()));
    }

    private List<GivenHandOver.Mark> marks(String select, HandOverId id) {
        return jdbc.sql(select + " WHERE hand_over_id = ? ORDER BY at, staff_id")
                .param(id.value())
                .query((row, number) ->
                        new GivenHandOver.Mark(new StaffId(Utc.uuid(row, "staff_id")), Utc.instant(row, "at")))
                .list();
    }

    private static GivenHandOver row(ResultSet row) throws SQLException {
        return new GivenHandOver(
                new HandOverId(Utc.uuid(row, "id")),
                new UnitId(Utc.uuid(row, "unit_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                Utc.instant(row, "change_at"),
                row.getString("language"),
                new StaffId(Utc.uuid(row, "given_by")),
                Utc.instant(row, "given_at"),
                List.of(),
                List.of());
    }

    private static HandOverSentence sentence(ResultSet row) throws SQLException {
        return new HandOverSentence(
                row.getString("text"),
                row.getInt("version"),
                new StaffId(Utc.uuid(row, "saved_by")),
                Utc.instant(row, "saved_at"));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** A page as it is stored. */
    record StoredPage(
            PersonId person,
            HandOverText text,
            @Nullable String sentence,
            @Nullable StaffId by,
            boolean withheld) {}

    /** What a member of staff last did in the ward; null for never. */
    record LastShift(@Nullable Instant gave, @Nullable Instant received) {}
}
