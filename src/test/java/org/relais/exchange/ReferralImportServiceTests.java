package org.relais.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.exchange.fhir.ReferralBundleReader;
import org.relais.exchange.fhir.SyntheaFiles;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.TypeCount;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Referrals in the database: all of a file or nothing, once, and every entry accounted for. One file each test, because
 * a person is known by their source at whatever centre.
 */
@RelaisTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferralImportServiceTests {

    /** Every table in which an import leaves something. */
    private static final List<String> TABLES = List.of(
            "person_person",
            "person_identity",
            "person_identifier",
            "person_contact",
            "person_alert",
            "history_problem",
            "history_medication",
            "history_encounter",
            "history_observation",
            "record_entry",
            "episode_episode",
            "episode_event",
            "exchange_source",
            "exchange_referral",
            "exchange_item");

    @Autowired
    House house;

    @Autowired
    ReferralBundleReader reader;

    @Autowired
    ReferralImport imports;

    @Autowired
    Referrals referrals;

    @Autowired
    ReferralImportCommand command;

    @Autowired
    AccessService access;

    @Autowired
    Centres centres;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    Place here;
    Place elsewhere;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
    }

    @Test
    void a_referral_is_stored_whole_and_the_same_file_again_changes_nothing() {
        var referral = reader.read(SyntheaFiles.copy("A014"));

        var before = rows();
        var first = take(here, referral);
        var after = rows();

        assertThat(first.referral()).isNotNull();
        assertStored(before, after, List.of(referral), List.of(first));
        assertThat(after.get("episode_episode")).isEqualTo(requireNonNull(before.get("episode_episode")) + 1);

        var again = take(here, referral);

        assertThat(rows()).isEqualTo(after);
        assertThat(again.referral()).isNull();
        assertThat(again.person()).isEqualTo(first.person());
        again.types()
                .forEach(type ->
                        assertThat(type.alreadyThere()).as(type.type()).isEqualTo(type.inFile() - type.leftOut()));
    }

    @Test
    void a_further_centre_gets_its_own_enquiry_and_no_second_record() {
        var referral = reader.read(SyntheaFiles.copy("A025"));
        var first = take(here, referral);
        var before = rows();

        var second = take(elsewhere, referral);

        assertThat(second.person()).isEqualTo(first.person());
        assertThat(second.referral()).isNotNull();
        var after = rows();
        assertThat(after.get("person_person")).isEqualTo(before.get("person_person"));
        assertThat(after.get("history_problem")).isEqualTo(before.get("history_problem"));
        assertThat(after.get("person_alert")).isEqualTo(before.get("person_alert"));
        assertThat(after.get("episode_episode")).isEqualTo(requireNonNull(before.get("episode_episode")) + 1);
        var list = elsewhere.as(
                Role.COORDINATOR,
                () -> referrals.list(access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), null, 20));
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.person()).isEqualTo(first.person());
            assertThat(row.name()).isNotNull();
            assertThat(row.file()).startsWith("A025");
        });
    }

    @Test
    void an_import_that_fails_in_the_middle_leaves_nothing() throws SQLException {
        var referral = reader.read(SyntheaFiles.copy("A046"));
        var last = referral.observations().getLast().source().id();
        var before = rows();

        alter("ADD CONSTRAINT fault_in_the_middle CHECK (source_key NOT LIKE '%" + last + "')");
        try {
            assertThatThrownBy(() -> take(here, referral)).isInstanceOf(DataIntegrityViolationException.class);
            assertThat(rows()).isEqualTo(before);
        } finally {
            alter("DROP CONSTRAINT fault_in_the_middle");
        }

        assertThat(take(here, referral).referral()).isNotNull();
    }

    @Test
    void a_broken_file_is_named_with_its_place_and_the_others_are_taken() throws IOException {
        Files.copy(SyntheaFiles.copy("A057"), folder.resolve("A057.json.gz"));
        Files.writeString(folder.resolve("broken.json"), "{\"resourceType\":\"Bundle\",\n\"entry\":[{]}");
        Files.writeString(
                folder.resolve("names.json"),
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":"
                        + "[{\"resource\":{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"H\"}}]}");

        var first = run(folder.toString(), "--centre", code(here));
        var second = run(folder.resolve("A057.json.gz").toString(), "--centre", code(here));

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.text())
                .contains("broken.json")
                .contains("ligne 2")
                .contains("names.json")
                .contains("3 fichiers : 1 repris, 0 déjà présents, 1 sans personne, 1 refusés")
                .contains("Non repris");
        assertThat(second.code()).isZero();
        assertThat(second.text()).contains("1 fichiers : 0 repris, 1 déjà présents");
    }

    @Test
    void what_cannot_be_understood_is_said_and_nothing_is_done() {
        var before = rows();

        assertThat(run().text()).contains("./relais import");
        assertThat(run("nowhere.json", "--centre", "NONE").text()).contains("NONE");
        assertThat(run("nowhere.json", "--centre", code(here)).code()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void only_an_importing_task_may_import() {
        var referral = reader.read(SyntheaFiles.copy("A014"));
        var before = rows();

        assertThatThrownBy(() -> here.as(
                        Role.COORDINATOR,
                        () -> imports.take(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null), here.ward(), referral)))
                .isInstanceOf(AccessDenied.class);
        var otherTask = access.taskScope("other", here.centre(), Purpose.CARE);
        assertThatThrownBy(() -> imports.take(otherTask, here.ward(), referral)).isInstanceOf(AccessDenied.class);
        assertThat(rows()).isEqualTo(before);
    }

    // Last: the other tests take in one file each
    @Test
    @Order(Integer.MAX_VALUE)
    void every_record_at_hand_is_stored_to_the_last_entry() {
        var before = rows();
        var read = SyntheaFiles.files().stream().map(reader::read).toList();
        var fresh = read.stream()
                .filter(referral -> jdbc.sql("SELECT COUNT(*) FROM exchange_source WHERE owner_key = ?")
                                .param(SourceName.owner(referral.person().source()))
                                .query(Integer.class)
                                .single()
                        == 0)
                .toList();
        var results = fresh.stream().map(referral -> take(here, referral)).toList();

        // The other tests of this class take in no more than the four copies
        assertThat(read.size() - fresh.size()).isLessThanOrEqualTo(4);
        assertStored(before, rows(), fresh, results);
        assertThat(read)
                .allSatisfy(referral -> assertThat(jdbc.sql("SELECT COUNT(*) FROM exchange_source WHERE owner_key = ?")
                                .param(SourceName.owner(referral.person().source()))
                                .query(Integer.class)
                                .single())
                        .isPositive());
    }

    private void assertStored(
            Map<String, Integer> before,
            Map<String, Integer> after,
            List<IncomingReferral> read,
            List<ReferralResult> results) {
        var taken = new TreeMap<String, Integer>();
        read.stream()
                .flatMap(referral -> referral.counts().stream())
                .forEach((TypeCount count) -> taken.merge(count.type(), count.taken(), Integer::sum));
        var imported = new TreeMap<String, Integer>();
        results.stream()
                .flatMap(result -> result.types().stream())
                .forEach(type -> imported.merge(type.type(), type.imported(), Integer::sum));
        var deaths = (int)
                read.stream().filter(referral -> referral.person().deceased()).count();
        taken.forEach((type, count) ->
                assertThat(imported.get(type)).as(type).isEqualTo(type.equals("Medication") ? 0 : count));
        assertThat(grown(before, after, "person_person")).isEqualTo(of(taken, "Patient"));
        assertThat(grown(before, after, "person_alert")).isEqualTo(of(taken, "AllergyIntolerance") + deaths);
        assertThat(grown(before, after, "history_problem")).isEqualTo(of(taken, "Condition"));
        assertThat(grown(before, after, "history_medication"))
                .isEqualTo(of(taken, "MedicationRequest") + of(taken, "MedicationAdministration"));
        assertThat(grown(before, after, "history_encounter")).isEqualTo(of(taken, "Encounter"));
        assertThat(grown(before, after, "history_observation"))
                .isEqualTo(of(taken, "Observation") + of(taken, "DiagnosticReport"));
        assertThat(grown(before, after, "exchange_item"))
                .isEqualTo(of(taken, "DocumentReference") + of(taken, "AllergyIntolerance") + deaths);
        for (var result : results) {
            var notes = jdbc.sql("""
                            SELECT COUNT(*) FROM record_entry WHERE person_id = ? AND type = 'exchange.note'
                            AND author_id IS NULL AND imported_from IS NOT NULL AND section = 'MEDICAL'""")
                    .param(result.person().value())
                    .query(Integer.class)
                    .single();
            assertThat(notes)
                    .isEqualTo(result.types().stream()
                            .filter(type -> type.type().equals("DocumentReference"))
                            .mapToInt(TypeResult::imported)
                            .sum());
        }
    }

    private static int grown(Map<String, Integer> before, Map<String, Integer> after, String table) {
        return of(after, table) - of(before, table);
    }

    private static int of(Map<String, Integer> counts, String key) {
        return counts.getOrDefault(key, 0);
    }

    private ReferralResult take(Place place, IncomingReferral referral) {
        return place.as(
                Role.COORDINATOR,
                () -> imports.take(access.taskScope("import", place.centre(), Purpose.IMPORT), place.ward(), referral));
    }

    private Run run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var code = command.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private String code(Place place) {
        return place.as(Role.COORDINATOR, () -> centres.centre(place.centre()).code());
    }

    /** Counting rows reads nobody's data, and is logged like everything else that looks at a person's table. */
    private Map<String, Integer> rows() {
        access.taskScope("count", here.centre(), Purpose.ADMINISTRATION);
        var rows = new TreeMap<String, Integer>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single()));
        return rows;
    }

    private void alter(String change) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        requireNonNull(environment.getProperty("spring.flyway.url")),
                        environment.getProperty("spring.flyway.user"),
                        environment.getProperty("spring.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE history_observation " + change);
        }
    }

    private record Run(int code, String text) {}
}
