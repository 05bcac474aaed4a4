package org.relais.demo;

import java.sql.Connection;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Invented people by the hundred thousand, written in statements over whole sets: for measuring, and for looking at the
 * portal as it is after years. The rows are those the rooms would have written, in their own tables; no act is played
 * for them, so that the access log knows nothing of how they came. Everything follows from its number, so that the same
 * call writes the same.
 *
 * <p>One person in {@value #FULL_RECORD_EVERY} has a record of {@value #FULL_RECORD} entries, the others share the rest
 * evenly. One in {@value #FOLLOWED_EVERY}, among them those with a full record, is followed now by a unit; the episode of
 * the others has ended.
 */
public final class Bulk {

    /** How many entries a full record has. */
    public static final int FULL_RECORD = 200;

    /** One person in so many has one. */
    public static final int FULL_RECORD_EVERY = 100;

    private static final int FOLLOWED_EVERY = 10;
    private static final int CHUNK = 10_000;
    private static final int FIRST_FILE_NUMBER = 1_000_000;

    /** How long the facts go back from the day given. */
    private static final int DAYS_OF_FACTS = 760;

    private static final List<String> FIGURES = List.of("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K10", "K11", "K16");

    private static final List<String> GIVEN = List.of(
            "Agathe",
            "Ali",
            "Anouk",
            "Antoine",
            "Armelle",
            "Aïcha",
            "Basile",
            "Béatrice",
            "Benoît",
            "Camille",
            "Cécile",
            "Clément",
            "Colette",
            "Damien",
            "Denise",
            "Édouard",
            "Élise",
            "Émile",
            "Fabien",
            "Farida",
            "Félix",
            "Gaëlle",
            "Gaspard",
            "Geneviève",
            "Hakim",
            "Hélène",
            "Henri",
            "Inès",
            "Irène",
            "Jérôme",
            "Joëlle",
            "Karim",
            "Laure",
            "Léonie",
            "Lucien",
            "Maëlle",
            "Marius",
            "Mireille",
            "Nadia",
            "Noémie",
            "Octave",
            "Odile",
            "Pascal",
            "Perrine",
            "Quentin",
            "Rachida",
            "Rémi",
            "Rosalie",
            "Samir",
            "Simone",
            "Solène",
            "Sylvain",
            "Thaïs",
            "Théo",
            "Urbain",
            "Valérie",
            "Victor",
            "Yasmine",
            "Yvonne",
            "Zoé");

    // Family names are put together, so that nobody has them
    private static final List<String> BEGINNINGS = List.of(
            "Bar", "Cal", "Dor", "Fal", "Gar", "Jol", "Lan", "Mar", "Nor", "Pel", "Ral", "Sor", "Tal", "Var", "Vel");

    private static final List<String> MIDDLES =
            List.of("a", "an", "au", "e", "en", "i", "in", "o", "on", "ou", "u", "ui");

    private static final List<String> ENDS = List.of(
            "bert", "bier", "chard", "dier", "dot", "geot", "gnon", "lier", "lot", "mier", "nard", "reau", "tier",
            "zon");

    private static final int FAMILIES = BEGINNINGS.size() * MIDDLES.size() * ENDS.size();

    private final JdbcTemplate template;
    private final List<Place> places;
    private final Instant now;

    /**
     * @param schema a connection of somebody who may create temporary tables there; it stays the caller's
     * @param places where the people are followed, at least one
     * @param now after every act
     */
    public Bulk(Connection schema, List<Place> places, Instant now) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("Nowhere to follow anybody");
        }
        this.template = new JdbcTemplate(new SingleConnectionDataSource(schema, true));
        this.places = List.copyOf(places);
        this.now = now;
    }

    /** A unit that follows people, and a nurse who writes there. */
    public record Place(CentreId centre, UnitId unit, StaffId nurse) {}

    /** The person of that number, from 1. */
    public static PersonId person(int number) {
        return new PersonId(uuid(1, number));
    }

    /** The number of somebody with a full record, who is followed now; from 0, one in {@value #FULL_RECORD_EVERY}. */
    public static int withFullRecord(int number) {
        return FULL_RECORD_EVERY * (1 + number);
    }

    /** The family name of a person. */
    public static String familyName(int number) {
        var index = family(number);
        return BEGINNINGS.get(index % BEGINNINGS.size())
                + MIDDLES.get(index / BEGINNINGS.size() % MIDDLES.size())
                + ENDS.get(index / BEGINNINGS.size() / MIDDLES.size());
    }

    /** The given name of a person. */
    public static String givenName(int number) {
        return GIVEN.get(number * 7 % GIVEN.size());
    }

    /** Whether somebody was written here before. */
    public boolean done() {
        return Boolean.TRUE.equals(template.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM person_person WHERE id = ?)",
                Boolean.class,
                person(1).value()));
    }

    /**
     * Writes people with their records.
     *
     * @param people at least 1
     * @param entries about so many, evenly among those without a full record
     * @param progress told how many people are written, of how many
     */
    public void people(int people, int entries, BiConsumer<Integer, Integer> progress) {
        names();
        var full = people / FULL_RECORD_EVERY;
        var each = Math.max(0, (entries - full * FULL_RECORD) / Math.max(1, people - full));
        for (var from = 1; from <= people; from += CHUNK) {
            var to = Math.min(people, from + CHUNK - 1);
            heads(from, to);
            keys();
            episodes();
            entries(each);
            progress.accept(to, people);
        }
    }

    /**
     * Writes facts of the indicators, evenly over about two years up to a day. Their sums are not written.
     *
     * @param facts about so many
     */
    public void facts(int facts, LocalDate last, BiConsumer<Integer, Integer> progress) {
        var each = facts / (FIGURES.size() * places.size());
        var done = 0;
        for (var figure = 0; figure < FIGURES.size(); figure++) {
            for (var place = 0; place < places.size(); place++) {
                facts(figure, place, each, last);
                done += each;
                progress.accept(done, each * FIGURES.size() * places.size());
            }
        }
    }

    private static int family(int number) {
        // Spread over all of them, so that neighbours have other names
        return (int) (number * 7_919L % FAMILIES);
    }

    private static UUID uuid(int kind, long number) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | (long) kind << 48 | number);
    }

    private static String sqlUuid(int kind, String number) {
        return "CAST(CONCAT('00000000-0000-7000-80%02x-', LPAD(HEX(%s), 12, '0')) AS UUID)".formatted(kind, number);
    }

    private void names() {
        template.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS bulk_given (
                    n INT PRIMARY KEY, name VARCHAR(80), folded VARCHAR(80)) COLLATE utf8mb4_bin""");
        template.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS bulk_family (
                    n INT PRIMARY KEY, name VARCHAR(80), folded VARCHAR(80)) COLLATE utf8mb4_bin""");
        template.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS bulk_place (
                    n INT PRIMARY KEY, centre_id UUID, unit_id UUID, nurse_id UUID) COLLATE utf8mb4_bin""");
        template.execute("""
                CREATE TEMPORARY TABLE IF NOT EXISTS bulk_head (
                    n INT PRIMARY KEY, person_id UUID, given VARCHAR(80), family VARCHAR(80), folded_given VARCHAR(80),
                    folded_family VARCHAR(80), birth DATE, centre_id UUID, unit_id UUID, nurse_id UUID, came DATETIME(6),
                    followed BOOLEAN, full BOOLEAN) COLLATE utf8mb4_bin""");
        for (var table : List.of("bulk_given", "bulk_family", "bulk_place")) {
            template.update("DELETE FROM " + table);
        }
        var given = new ArrayList<Object[]>();
        for (var n = 0; n < GIVEN.size(); n++) {
            given.add(new Object[] {n, GIVEN.get(n), folded(GIVEN.get(n))});
        }
        template.batchUpdate("INSERT INTO bulk_given VALUES (?,?,?)", given);
        var families = new ArrayList<Object[]>();
        for (var number = 0; number < FAMILIES; number++) {
            // 7919 is a prime that divides none of the counts: every family name comes once
            families.add(new Object[] {family(number), familyName(number), folded(familyName(number))});
        }
        template.batchUpdate("INSERT INTO bulk_family VALUES (?,?,?)", families);
        for (var n = 0; n < places.size(); n++) {
            var place = places.get(n);
            template.update(
                    "INSERT INTO bulk_place VALUES (?,?,?,?)",
                    n,
                    place.centre().value(),
                    place.unit().value(),
                    place.nurse().value());
        }
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private void heads(int from, int to) {
        template.update("DELETE FROM bulk_head");
        // A third of a full record's entries lie on days of their own, so that nobody came later than those allow
        template.update(
                """
                INSERT INTO bulk_head
                SELECT s.seq, %s, g.name, f.name, g.folded, f.folded, DATE '1950-01-01' + INTERVAL (s.seq * 7927 %% 20000) DAY,
                       p.centre_id, p.unit_id, p.nurse_id, ? - INTERVAL (420 + s.seq %% 600) DAY, s.seq %% %d = 0, s.seq %% %d = 0
                FROM seq_%d_to_%d s
                JOIN bulk_given g ON g.n = s.seq * 7 %% %d
                JOIN bulk_family f ON f.n = s.seq * 7919 %% %d
                JOIN bulk_place p ON p.n = (s.seq DIV %d + %d) %% %d""".formatted(
                                sqlUuid(1, "s.seq"),
                                FOLLOWED_EVERY,
                                FULL_RECORD_EVERY,
                                from,
                                to,
                                GIVEN.size(),
                                FAMILIES,
                                FULL_RECORD_EVERY,
                                places.size() - 1,
                                places.size()),
                Utc.column(now));
        template.update("INSERT INTO access_person (person_id, version) SELECT person_id, 1 FROM bulk_head");
        template.update("""
                INSERT INTO person_person (id, file_number, identity_id, search_name, version, registered_at, registered_by)
                SELECT person_id, %d + n, %s, CONCAT(' ', folded_family, ' ', folded_given), 1, came, nurse_id
                FROM bulk_head""".formatted(FIRST_FILE_NUMBER, sqlUuid(2, "n")));
        template.update("""
                INSERT INTO person_identity (id, person_id, given_name, family_name, folded_family, shown_under_alias,
                                             birth_date, gender, recorded_at, recorded_by)
                SELECT %s, person_id, given, family, folded_family, FALSE, birth, NULL, came, nurse_id
                FROM bulk_head""".formatted(sqlUuid(2, "n")));
        template.update("""
                INSERT INTO person_centre (centre_id, sort_name, person_id, since)
                SELECT centre_id, CONCAT(folded_family, ' ', folded_given), person_id, came FROM bulk_head""");
    }

    // The keys that the search looks up; one letter less only of words of four letters and more
    private void keys() {
        var less = """
                SELECT centre_id, 'N', CONCAT(LEFT(%1$s, s.seq - 1), SUBSTRING(%1$s, s.seq + 1)), YEAR(birth), person_id
                FROM bulk_head JOIN seq_1_to_80 s ON s.seq <= CHAR_LENGTH(%1$s) WHERE CHAR_LENGTH(%1$s) >= 4""";
        for (var select : List.of(
                "SELECT centre_id, 'T', folded_family, YEAR(birth), person_id FROM bulk_head",
                "SELECT centre_id, 'T', folded_given, YEAR(birth), person_id FROM bulk_head",
                less.formatted("folded_family"),
                less.formatted("folded_given"),
                "SELECT centre_id, 'P', CONCAT(LEFT(folded_family, 3), ' ', folded_given), YEAR(birth), person_id FROM bulk_head",
                "SELECT centre_id, 'P', CONCAT(LEFT(folded_given, 3), ' ', folded_family), YEAR(birth), person_id FROM bulk_head",
                "SELECT centre_id, 'Y', CONCAT(RIGHT(YEAR(birth), 2), ' ', folded_family), YEAR(birth), person_id FROM bulk_head",
                "SELECT centre_id, 'Y', CONCAT(RIGHT(YEAR(birth), 2), ' ', folded_given), YEAR(birth), person_id FROM bulk_head",
                "SELECT centre_id, 'D', CAST(birth AS CHAR), YEAR(birth), person_id FROM bulk_head")) {
            template.update(
                    "INSERT IGNORE INTO person_name_key (centre_id, kind, name_key, birth_year, person_id) " + select);
        }
    }

    private void episodes() {
        template.update("""
                INSERT INTO episode_episode (id, version, person_id, centre_id, unit_id, kind, state, enquired_at, opened_at,
                                             ended_at, end_reason, last_act_at, live)
                SELECT %s, 1, person_id, centre_id, unit_id, 'OUTPATIENT', IF(followed, 'OPEN', 'CLOSED'), came, came,
                       IF(followed, NULL, came + INTERVAL 120 DAY), IF(followed, NULL, 'COMPLETED'),
                       IF(followed, came, came + INTERVAL 120 DAY), IF(followed, TRUE, NULL)
                FROM bulk_head""".formatted(sqlUuid(3, "n")));
        template.update("""
                INSERT INTO access_care_relation (id, person_id, kind, centre_id, unit_id, beyond_centre, source_id, begins_at,
                                                  ends_at)
                SELECT %s, person_id, 'EPISODE', centre_id, unit_id, FALSE, %s, came,
                       IF(followed, NULL, came + INTERVAL 120 DAY)
                FROM bulk_head""".formatted(sqlUuid(4, "n"), sqlUuid(3, "n")));
    }

    // Every fifth entry is a set of vital signs with its early-warning score, the others are notes
    private void entries(int each) {
        template.update("""
                INSERT INTO record_entry (id, person_id, centre_id, unit_id, section, discipline, type, occurred_at,
                                          recorded_at, author_id, title, text, detail, source_id, visibility)
                SELECT %1$s, h.person_id, h.centre_id, h.unit_id, 'MEDICAL', 'MEDICAL',
                       IF(s.seq %% 5 = 0, 'assessment.vital-signs', 'record.transmission'),
                       h.came + INTERVAL (s.seq * 13) HOUR, h.came + INTERVAL (s.seq * 13) HOUR + INTERVAL 7 MINUTE, h.nurse_id, NULL,
                       IF(s.seq %% 5 = 0, NULL, CONCAT(ELT(1 + s.seq %% 4, 'Nuit calme, tension prise deux fois, repas pris en entier.',
                           'Se dit fatigué, a dormi cinq heures ; demande à voir le médecin demain.',
                           'Appel de la famille, rappelé avec l’accord de la personne.',
                           'Atelier du matin, puis entretien court ; le but de la semaine tient.'), ' ', s.seq)),
                       IF(s.seq %% 5 = 0, CONCAT('{"instrument":"NEWS2","version":"1","status":"SCORED","total":"0","band":"LOW","severity":"OK",',
                           '"profile":"SCALE_1","heartRate":"', 60 + s.seq %% 30, '","systolicPressure":"', 112 + s.seq %% 20,
                           '","respiratoryRate":"14","oxygenSaturation":"97","temperature":"36.8"}'), NULL),
                       %2$s, 'TEAM'
                FROM bulk_head h JOIN seq_1_to_%3$d s ON s.seq <= IF(h.full, %4$d, %5$d)""".formatted(
                        sqlUuid(5, "h.n * 256 + s.seq"),
                        sqlUuid(6, "h.n * 256 + s.seq"),
                        Math.max(FULL_RECORD, each),
                        FULL_RECORD,
                        each));
        template.update("""
                INSERT INTO assessment_form (id, person_id, centre_id, unit_id, instrument, rule_version, status, total, band,
                                             profile, severity, occurred_at, recorded_at, scorer_id, entry_id)
                SELECT e.source_id, e.person_id, e.centre_id, e.unit_id, 'NEWS2', 1, 'SCORED', 0, 'LOW', 'SCALE_1', 'OK',
                       e.occurred_at, e.recorded_at, e.author_id, e.id
                FROM bulk_head h JOIN record_entry e ON e.person_id = h.person_id
                WHERE e.type = 'assessment.vital-signs'""");
        template.update("""
                INSERT INTO assessment_vital_signs (form_id, heart_rate, systolic_pressure, diastolic_pressure,
                                                    respiratory_rate, oxygen_saturation, inhaled_gas, temperature,
                                                    consciousness, limits_version)
                SELECT e.source_id, JSON_VALUE(e.detail, '$.heartRate'), JSON_VALUE(e.detail, '$.systolicPressure'), 74, 14,
                       97, 'AIR', 36.8, 'ALERT', 1
                FROM bulk_head h JOIN record_entry e ON e.person_id = h.person_id
                WHERE e.type = 'assessment.vital-signs'""");
    }

    private void facts(int figure, int place, int each, LocalDate last) {
        var measured = List.of("K2", "K5").contains(FIGURES.get(figure));
        var nights = FIGURES.get(figure).equals("K1");
        // In the order of the days, so that the table is written from its beginning to its end
        template.update(
                """
                INSERT INTO indicator_fact (figure, centre_id, day, source_id, unit_id, person_id, numerator, denominator,
                                            amount)
                SELECT ?, ?, ? - INTERVAL %1$d DAY + INTERVAL (s.seq * %1$d DIV %2$d) DAY, %3$s, ?, %4$s, %5$s, %6$s, %7$s
                FROM seq_1_to_%2$d s""".formatted(
                                DAYS_OF_FACTS,
                                each,
                                sqlUuid(7, "s.seq + " + ((long) figure * places.size() + place) * each),
                                sqlUuid(1, "1 + s.seq * 31 % 100000"),
                                nights ? "IF(s.seq % 3 = 0, -1, 1)" : measured ? "0" : "s.seq % 3 = 0",
                                nights ? "s.seq % 2" : measured ? "0" : "1",
                                measured ? "s.seq * 13 % 60" : "NULL"),
                FIGURES.get(figure),
                places.get(place).centre().value(),
                last,
                places.get(place).unit().value());
    }
}
