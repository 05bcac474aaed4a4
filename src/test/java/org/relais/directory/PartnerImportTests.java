package org.relais.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of partners: what comes in, what stays out and why, and that what goes out comes back the same. */
@RelaisTest
class PartnerImportTests {

    private static final List<String> BAD = List.of(
            ";Logement;T;fr;;",
            "Nom %d;Cuisine;T;fr;;",
            "Nom %d;Logement;T;xx;;",
            "Nom %d;Logement;T;fr;demain;",
            "Nom %d;Logement;T;fr;;peut-être");

    @Autowired
    House house;

    @Autowired
    PartnerDirectory directory;

    @Autowired
    PartnerImport imports;

    @Autowired
    PartnerExport exports;

    @Autowired
    JdbcClient jdbc;

    Place here;
    String town;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        town = "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void of_two_thousand_rows_with_fifty_bad_ones_the_good_come_in_and_the_bad_are_named() {
        var bad = new HashMap<Integer, Integer>();
        var file = new StringBuilder("Organisation;Aide pour;Ville;Langues parlées;Vérifié le;Animé par des pairs\r\n");
        for (int i = 0; i < 2_000; i++) {
            if (i % 40 == 7) {
                bad.put(i + 2, i / 40 % BAD.size());
                file.append(BAD.get(i / 40 % BAD.size()).replace("T", town).formatted(i))
                        .append("\r\n");
            } else {
                file.append("\"Nom %d ; \"\"x\"\"\";Logement | Emploi;%s;fr|ar;2026-01-%02d;oui\r\n"
                        .formatted(i, town, 1 + i % 28));
            }
        }
        assertThat(bad).hasSize(50);
        var bytes = bytes(file.toString());
        var preview = preview(bytes);
        assertThat(preview.fresh()).hasSize(1_950);
        assertThat(preview.rejected()).extracting(RejectedRow::row).containsExactlyInAnyOrderElementsOf(bad.keySet());
        var columns = List.of(
                PartnerField.NAME,
                PartnerField.NEEDS,
                PartnerField.LANGUAGES,
                PartnerField.VERIFIED_ON,
                PartnerField.PEER_LED);
        assertThat(preview.rejected())
                .allSatisfy(row -> assertThat(row.column())
                        .as("row %d", row.row())
                        .isEqualTo(columns.get(Objects.requireNonNull(bad.get(row.row())))));
        assertThat(stored()).as("a preview stores nothing").isZero();
        var taken = apply(bytes, preview.mark());
        assertThat(taken.fresh()).hasSize(1_950);
        assertThat(taken.rejected()).hasSize(50);
        assertThat(stored()).isEqualTo(1_950);
        assertThat(preview(bytes).unchanged()).isEqualTo(1_950);
        var found = here.as(
                Role.NURSE,
                () -> directory.search(
                        new PartnerFilter("nom 1999", Need.EMPLOYMENT, town, "ar", false, true, false, false),
                        null,
                        5));
        assertThat(found.rows()).singleElement().satisfies(partner -> {
            assertThat(partner.name()).isEqualTo("Nom 1999 ; \"x\"");
            assertThat(partner.details().verifiedOn()).isEqualTo(LocalDate.of(2026, 1, 12));
        });
    }

    @Test
    void the_reasons_are_said_in_every_language() {
        var preview = preview(bytes("Organisation,Aide pour,Langues parlées\r\nA,Cuisine,fr\r\n,Logement,fr\r\n"
                + "B,Logement,fr,trop\r\nC " + town + ",Logement,fr\r\nC  " + town + ",Emploi,fr\r\n"));
        assertThat(preview.rejected())
                .extracting(RejectedRow::row, RejectedRow::column, RejectedRow::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, PartnerField.NEEDS, "directory.error.need"),
                        org.assertj.core.groups.Tuple.tuple(3, PartnerField.NAME, "shared.error.required"),
                        org.assertj.core.groups.Tuple.tuple(4, null, "directory.import.error.cells"),
                        org.assertj.core.groups.Tuple.tuple(6, null, "directory.import.error.twice"));
        assertThat(preview.rejected().getFirst().arguments()).containsExactly("Cuisine");
        assertThat(preview.rejected().getLast().arguments()).containsExactly(5);
    }

    @Test
    void a_file_reads_the_same_with_commas_or_semicolons_with_or_without_a_mark_and_in_any_language() {
        var rows = List.of(
                "Organisation;Aide pour;Ville;Lieu de rencontre sûr\r\nA;Logement;X;oui\r\n",
                "Organisation,Aide pour,Ville,Lieu de rencontre sûr\nA,Logement,X,oui\n",
                "\ufeffOrganisation;Helps with;Town;Safe meeting place\r\nA;Housing;X;yes",
                "\ufeff\"Organisation\",\"Hjälper med\",\"Ort\",\"Trygg mötesplats\"\r\n\"A\",\"Boende\",\"X\",\"ja\"\r\n",
                "NAME\tNEEDS\tPLACE\tSAFE_PLACE\r\nA\tHOUSING\tX\t1\r\n\r\n\t\t\t\r\n");
        for (var text : rows) {
            var preview = preview(bytes(text.replace("X", town)));
            assertThat(preview.rejected()).as(text).isEmpty();
            assertThat(preview.fresh()).as(text).singleElement().satisfies(line -> {
                assertThat(line.details().needs()).containsExactly(Need.HOUSING);
                assertThat(line.details().safePlace()).isTrue();
                assertThat(line.details().place()).isEqualTo(town);
            });
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_whole_with_its_reason() {
        whole("empty", new byte[0]);
        whole("encoding", "Organisation;Ville\r\nÉpicerie;X".getBytes(StandardCharsets.ISO_8859_1));
        whole("encoding", "Organisation;Ville\r\nA;X".getBytes(Charset.forName("UTF-16")));
        whole("nul", bytes("Organisation;Ville\r\nA\0;X"));
        whole("header", bytes("Épicerie;Logement;X\r\nB;Logement;X"));
        whole("header", bytes("Ville;Coût\r\nX;1"));
        whole("column", bytes("Organisation;Aide pour;Humeur\r\nA;Logement;bonne"));
        whole(
                "column-twice",
                bytes("Organisation;Aide pour;Organization;Organisation\r\n".replace("Organization;", "")
                        + "A;Logement;A"));
        whole("quotes", bytes("Organisation;Aide pour\r\n\"A;Logement\r\nB;Logement"));
        whole("rows", bytes("Organisation;Aide pour\r\n" + "A;Logement\r\n".repeat(20_001)));
        whole("large", new byte[8_000_001]);
        assertThat(stored()).isZero();
    }

    @Test
    void a_mark_of_another_file_or_of_an_older_directory_takes_nothing_in() {
        var bytes = bytes("Organisation;Aide pour;Ville\r\nA;Logement;" + town);
        var mark = preview(bytes).mark();
        assertThatThrownBy(() -> apply(bytes("Organisation;Aide pour;Ville\r\nB;Logement;" + town), mark))
                .isInstanceOf(Conflict.class);
        here.as(
                Role.COORDINATOR,
                () -> directory.add(PartnerId.create(), PartnerDetails.of("A", Set.of(Need.DEBTS), town)));
        assertThatThrownBy(() -> apply(bytes, mark)).isInstanceOf(Conflict.class);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_row_changes_only_the_columns_the_file_has() {
        var before = here.as(
                Role.COORDINATOR,
                () -> directory.add(
                        PartnerId.create(),
                        PartnerDetails.of("Le Seuil", Set.of(Need.HOUSING), town)
                                .verified(LocalDate.of(2026, 3, 1))));
        var bytes = bytes("Organisation;Ville;Coût\r\nle seuil;" + town + ";gratuit");
        var preview = preview(bytes);
        assertThat(preview.changed())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.fields()).containsExactlyInAnyOrder(PartnerField.NAME, PartnerField.COST));
        apply(bytes, preview.mark());
        var now = here.as(Role.NURSE, () -> directory.find(before.id())).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.details().cost()).isEqualTo("gratuit");
        assertThat(now.details().verifiedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(here.as(Role.NURSE, () -> directory.history(before.id()))
                        .getFirst()
                        .imported())
                .isTrue();
    }

    @Test
    void what_is_exported_comes_back_the_same_whatever_is_in_it() throws Exception {
        var random = new Random(20_261_122);
        var hostile = List.of(
                "=1+1",
                "+33 1",
                "-2",
                "@cmd",
                "'=x",
                "''=x",
                "'plain",
                " =x",
                "\uff1dx",
                "a;b,\"c\"",
                "é\u00a0œ",
                "x|y");
        var expected = new HashMap<PartnerId, PartnerDetails>();
        for (int i = 0; i < 60; i++) {
            var words = hostile.get(random.nextInt(hostile.size()));
            var details = new PartnerDetails(
                    words.strip() + " n" + i,
                    some(random, Need.values()),
                    random.nextBoolean() ? words + "\r\n=" + words : null,
                    random.nextBoolean() ? words : null,
                    some(random, new String[] {"fr", "sv", "ar", "en"}),
                    words,
                    null,
                    random.nextBoolean() ? words : null,
                    random.nextBoolean() ? "+33 1 22 33 44 5" + i % 10 : null,
                    random.nextBoolean() ? "=a@b.example" : null,
                    random.nextBoolean() ? "https://a.example/" + i : null,
                    words,
                    town,
                    random.nextBoolean() ? LocalDate.of(2026, 1, 1).plusDays(i) : null,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    i % 9 == 0);
            var added = here.as(Role.SOCIAL_WORKER, () -> directory.add(PartnerId.create(), details));
            expected.put(added.id(), added.details());
        }
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("sv"))) {
            var file = export(locale);
            assertThat(preview(file).taken())
                    .as("nothing changes in %s", locale)
                    .isZero();
            assertThat(preview(file).unchanged()).isEqualTo(60);
            assertThat(cells(file)).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
        }
        var file = export(Locale.FRENCH);
        for (var table : List.of("partner_word", "partner_need", "partner_language", "partner_version")) {
            jdbc.sql("DELETE FROM directory_" + table
                            + " WHERE partner_id IN (SELECT id FROM directory_partner WHERE place = ?)")
                    .param(town)
                    .update();
        }
        jdbc.sql("DELETE FROM directory_partner WHERE place = ?").param(town).update();
        apply(file, preview(file).mark());
        assertThat(all()).isEqualTo(expected);
        assertThat(export(Locale.FRENCH)).isEqualTo(file);
    }

    @Test
    void an_export_and_an_import_stand_in_the_access_log() throws Exception {
        var bytes = bytes("Organisation;Aide pour;Ville\r\nA;Logement;" + town);
        apply(bytes, preview(bytes).mark());
        export(Locale.FRENCH);
        assertThat(jdbc.sql("SELECT action FROM " + logSchema()
                                + ".access_event WHERE actor_id = ? AND section = 'DIRECTORY' ORDER BY id")
                        .param(here.member(Role.SOCIAL_WORKER).id().value())
                        .query(String.class)
                        .list())
                .containsExactly("IMPORT", "EXPORT");
    }

    private String logSchema() {
        return jdbc.sql("SELECT table_schema FROM information_schema.tables WHERE table_name = 'access_event'"
                        + " AND table_schema LIKE CONCAT(DATABASE(), '%')")
                .query(String.class)
                .single();
    }

    private Map<PartnerId, PartnerDetails> all() {
        return here
                .as(
                        Role.NURSE,
                        () -> directory.search(
                                new PartnerFilter(null, null, town, null, false, false, false, true), null, 500))
                .rows()
                .stream()
                .collect(Collectors.toMap(Partner::id, Partner::details));
    }

    private byte[] export(Locale locale) {
        return here.as(Role.SOCIAL_WORKER, () -> {
            var out = new ByteArrayOutputStream();
            exports.write(new PartnerFilter(null, null, town, null, false, false, false, true), locale, out);
            return out.toByteArray();
        });
    }

    private static List<String> cells(byte[] file) throws Exception {
        try (var parser = org.apache.commons.csv.CSVParser.parse(
                new String(file, StandardCharsets.UTF_8).substring(1),
                org.apache.commons.csv.CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(';')
                        .get())) {
            return parser.stream().flatMap(row -> row.stream()).toList();
        }
    }

    @SafeVarargs
    private static <T> Set<T> some(Random random, T... of) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(of[random.nextInt(of.length)]),
                        java.util.Arrays.stream(of).filter(one -> random.nextInt(4) == 0))
                .collect(Collectors.toSet());
    }

    private void whole(String reason, byte[] file) {
        assertThatThrownBy(() -> preview(file)).as(reason).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.field()).isEqualTo("file");
            assertThat(refused.key()).isEqualTo("directory.import.error." + reason);
        });
    }

    private int stored() {
        return jdbc.sql("SELECT COUNT(*) FROM directory_partner WHERE place = ?")
                .param(town)
                .query(Integer.class)
                .single();
    }

    private ImportPreview preview(byte[] file) {
        return here.as(Role.SOCIAL_WORKER, () -> imports.preview(file));
    }

    private ImportPreview apply(byte[] file, String mark) {
        return here.as(Role.SOCIAL_WORKER, () -> imports.apply(file, mark));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
