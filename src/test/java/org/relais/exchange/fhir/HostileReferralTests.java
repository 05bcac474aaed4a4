package org.relais.exchange.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.exchange.referral.BrokenReferral;
import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files that no honest sender sends, or that broke on the way: each is refused whole, with its fault and its place. */
class HostileReferralTests {

    private static final String PATIENT =
            "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"name\":[{\"family\":\"Nuage\"}],\"birthDate\":\"1980-02-29\"}";
    private static final String ABOUT = "\"subject\":{\"reference\":\"Patient/p1\"}";
    private static final String PATH = "Bundle.entry[1].resource";

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                // The file itself
                arguments("empty.json", bytes(""), Fault.EMPTY, new Place.WholeFile()),
                arguments("blanks.json", bytes(" \n\t\n"), Fault.EMPTY, new Place.WholeFile()),
                arguments("empty.json.gz", gzip(bytes("")), Fault.EMPTY, new Place.WholeFile()),
                arguments("name-only.json.gz", bytes("{}"), Fault.NOT_GZIP, new Place.WholeFile()),
                arguments(
                        "bomb.json.gz",
                        gzip(new byte[100 * 1024 * 1024]),
                        Fault.UNPACKED_TOO_LARGE,
                        new Place.Offset(32 * 1024 * 1024)),
                arguments("large.json", new byte[33 * 1024 * 1024], Fault.FILE_TOO_LARGE, new Place.WholeFile()),
                arguments(
                        "cut-head.json.gz",
                        new byte[] {0x1F, (byte) 0x8B, 8},
                        Fault.GZIP_ENDS_EARLY,
                        new Place.Offset(0)),
                arguments(
                        "wrong-sum.json.gz",
                        flipped(gzip(bytes(bundle(PATIENT))), 8),
                        Fault.GZIP_DAMAGED,
                        new Place.Offset(bundle(PATIENT).length())),
                // The text
                arguments(
                        "latin1.json",
                        "{\n  \"name\": \"Zo\u00EB\"}".getBytes(StandardCharsets.ISO_8859_1),
                        Fault.NOT_UTF8,
                        new Place.Line(2, 14)),
                arguments("utf16.json", bundle(PATIENT).getBytes(StandardCharsets.UTF_16), Fault.NOT_UTF8, line(1)),
                arguments("page.html.json", bytes("<!DOCTYPE html><html></html>"), Fault.NOT_JSON, line(1)),
                arguments("bundle.xml.json", bytes("<Bundle xmlns=\"http://hl7.org/fhir\"/>"), Fault.NOT_JSON, line(1)),
                arguments("picture.json", bytes("GIF89a"), Fault.NOT_JSON, line(1)),
                // The JSON
                arguments(
                        "cut.json",
                        bytes("{\"resourceType\":\"Bundle\",\n\"entry\":[{"),
                        Fault.JSON_ENDS_EARLY,
                        new Place.Line(2, 11)),
                arguments(
                        "comma.json",
                        bytes("{\"resourceType\":\"Bundle\",}"),
                        Fault.JSON_DAMAGED,
                        new Place.Line(1, 26)),
                arguments(
                        "twice.json",
                        bytes("{\"type\":\"batch\",\n\"type\":\"batch\"}"),
                        Fault.JSON_DAMAGED,
                        new Place.Line(2, 7)),
                arguments(
                        "tail.json",
                        bytes(bundle(PATIENT) + " {}"),
                        Fault.JSON_DAMAGED,
                        line(bundle(PATIENT).length() + 2)),
                arguments("nan.json", bytes("{\"total\":NaN}"), Fault.JSON_DAMAGED, new Place.Line(1, 13)),
                arguments("deep.json", bytes("{\"a\":" + "[".repeat(100_000)), Fault.TOO_DEEP, new Place.Line(1, 70)),
                arguments(
                        "digits.json",
                        bytes("{\"total\":" + "9".repeat(5000) + "}"),
                        Fault.TEXT_TOO_LONG,
                        new Place.Line(1, 5010)),
                arguments("array.json", bytes("[" + PATIENT + "]"), Fault.NOT_A_BUNDLE, line(1)),
                // The bundle
                arguments("patient.json", bytes(PATIENT), Fault.NOT_A_BUNDLE, path("Bundle.resourceType")),
                arguments("nothing.json", bytes("{}"), Fault.NOT_A_BUNDLE, path("Bundle.resourceType")),
                arguments(
                        "history.json",
                        bytes(bundle(PATIENT).replace("transaction", "history")),
                        Fault.BUNDLE_TYPE,
                        path("Bundle.type")),
                arguments(
                        "type.json",
                        bytes(bundle(PATIENT).replace("transaction", "parcel")),
                        Fault.INVALID_VALUE,
                        path("Bundle.type")),
                arguments(
                        "entry-object.json",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":{}}"),
                        Fault.WRONG_SHAPE,
                        path("Bundle.entry")),
                arguments(
                        "entry-text.json",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[\"x\"]}"),
                        Fault.WRONG_SHAPE,
                        path("Bundle.entry[0]")),
                arguments(
                        "no-resource.json",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"fullUrl\":\"urn:x\"}]}"),
                        Fault.ENTRY_WITHOUT_RESOURCE,
                        path("Bundle.entry[0]")),
                arguments(
                        "delete.json",
                        bytes(bundle(PATIENT)
                                .replace(
                                        "\"resource\"",
                                        "\"request\":{\"method\":\"DELETE\",\"url\":\"Patient\"},\"resource\"")),
                        Fault.ENTRY_DELETES,
                        path("Bundle.entry[0].request.method")),
                arguments(
                        "verb.json",
                        bytes(bundle(PATIENT)
                                .replace(
                                        "\"resource\"",
                                        "\"request\":{\"method\":\"STEAL\",\"url\":\"Patient\"},\"resource\"")),
                        Fault.INVALID_VALUE,
                        path("Bundle.entry[0].request.method")),
                // The person
                arguments(
                        "nobody.json",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"),
                        Fault.NO_PATIENT,
                        path("Bundle.entry")),
                arguments(
                        "no-patient.json",
                        bytes(bundle("{\"resourceType\":\"Observation\",\"code\":{\"text\":\"x\"}}")),
                        Fault.NO_PATIENT,
                        path("Bundle.entry")),
                arguments(
                        "names.json",
                        bytes(bundle("{\"resourceType\":\"Organization\",\"name\":\"Clinique\"}")),
                        Fault.NAMES_ONLY,
                        path("Bundle.entry")),
                arguments(
                        "two.json",
                        bytes(bundle(PATIENT, PATIENT.replace("p1", "p2"))),
                        Fault.TWO_PATIENTS,
                        path(PATH)),
                arguments(
                        "future.json",
                        bytes(bundle(PATIENT.replace("1980-02-29", "2027-01-01"))),
                        Fault.BIRTH_IN_FUTURE,
                        path("Bundle.entry[0].resource.birthDate")),
                arguments(
                        "long-ago.json",
                        bytes(bundle(PATIENT.replace("1980-02-29", "1066-10-14"))),
                        Fault.DATE_OUT_OF_RANGE,
                        path("Bundle.entry[0].resource.birthDate")),
                arguments(
                        "no-such-day.json",
                        bytes(bundle(PATIENT.replace("1980-02-29", "1981-02-29"))),
                        Fault.INVALID_VALUE,
                        path("Bundle.entry[0].resource.birthDate")),
                arguments(
                        "not-a-day.json",
                        bytes(bundle(PATIENT.replace("1980-02-29", "hier"))),
                        Fault.INVALID_VALUE,
                        path("Bundle.entry[0].resource.birthDate")),
                arguments(
                        "gender.json",
                        bytes(bundle(PATIENT.replace("\"birthDate\"", "\"gender\":\"yes\",\"birthDate\""))),
                        Fault.INVALID_VALUE,
                        path("Bundle.entry[0].resource.gender")),
                arguments(
                        "null-character.json",
                        bytes(bundle(PATIENT.replace("Nuage", "Nu\\u0000age"))),
                        Fault.CONTROL_CHARACTER,
                        path("Bundle.entry[0].resource.name[0].family")),
                arguments(
                        "turned.json",
                        bytes(bundle(PATIENT.replace("Nuage", "Nu\u202Eage"))),
                        Fault.CONTROL_CHARACTER,
                        path("Bundle.entry[0].resource.name[0].family")),
                arguments(
                        "half.json",
                        bytes(bundle(PATIENT.replace("Nuage", "Nu\\ud83dage"))),
                        Fault.CONTROL_CHARACTER,
                        path("Bundle.entry[0].resource.name[0].family")),
                arguments(
                        "long-name.json",
                        bytes(bundle(PATIENT.replace("Nuage", "N".repeat(201)))),
                        Fault.TEXT_TOO_LONG,
                        path("Bundle.entry[0].resource.name[0].family")),
                arguments(
                        "modified.json",
                        bytes(bundle(PATIENT.replace(
                                "\"name\"",
                                "\"modifierExtension\":[{\"url\":\"http://x.org\",\"valueBoolean\":true}],\"name\""))),
                        Fault.UNKNOWN_MODIFIER,
                        path("Bundle.entry[0].resource")),
                // The entries
                arguments(
                        "kind.json",
                        bytes(bundle(PATIENT, "{\"resourceType\":\"Bill\"}")),
                        Fault.UNKNOWN_RESOURCE,
                        path(PATH + ".resourceType")),
                arguments(
                        "no-kind.json",
                        bytes(bundle(PATIENT, "{\"id\":\"x\"}")),
                        Fault.UNKNOWN_RESOURCE,
                        path(PATH + ".resourceType")),
                arguments(
                        "element.json",
                        bytes(bundle(PATIENT, condition("\"colour\":\"red\""))),
                        Fault.UNKNOWN_ELEMENT,
                        path(PATH + ".colour")),
                arguments(
                        "deeper.json",
                        bytes(bundle(PATIENT, condition("\"severity\":{\"coding\":[{\"kode\":\"1\"}]}"))),
                        Fault.UNKNOWN_ELEMENT,
                        path(PATH + ".severity.coding[0].kode")),
                arguments(
                        "shape.json",
                        bytes(bundle(
                                PATIENT,
                                condition("\"severity\":[]").replace("\"severity\":[]", "\"severity\":\"bad\""))),
                        Fault.WRONG_SHAPE,
                        path(PATH + ".severity")),
                arguments(
                        "date-time.json",
                        bytes(bundle(PATIENT, condition("\"recordedDate\":\"2020-13-01\""))),
                        Fault.INVALID_VALUE,
                        path(PATH + ".recordedDate")),
                arguments(
                        "zone.json",
                        bytes(bundle(PATIENT, condition("\"recordedDate\":\"2020-12-01T10:00:00\""))),
                        Fault.TIME_WITHOUT_ZONE,
                        path(PATH + ".recordedDate")),
                arguments(
                        "year.json",
                        bytes(bundle(PATIENT, condition("\"recordedDate\":\"9020-12-01\""))),
                        Fault.DATE_OUT_OF_RANGE,
                        path(PATH + ".recordedDate")),
                arguments(
                        "other.json",
                        bytes(bundle(PATIENT, condition("\"id\":\"c\"").replace("Patient/p1", "Patient/p2"))),
                        Fault.OTHER_SUBJECT,
                        path(PATH + ".subject.reference")),
                arguments(
                        "double.json",
                        bytes(bundle(PATIENT, condition("\"id\":\"c\""), condition("\"id\":\"c\""))),
                        Fault.DOUBLE_ENTRY,
                        path("Bundle.entry[2].resource")),
                arguments(
                        "number.json",
                        bytes(bundle(PATIENT, observation("\"valueQuantity\":{\"value\":1e999999999}"))),
                        Fault.NUMBER_OUT_OF_RANGE,
                        path(PATH + ".valueQuantity.value")),
                arguments(
                        "worded.json",
                        bytes(bundle(PATIENT, observation("\"valueQuantity\":{\"value\":\"many\"}"))),
                        Fault.INVALID_VALUE,
                        path(PATH + ".valueQuantity.value")),
                arguments(
                        "two-values.json",
                        bytes(bundle(PATIENT, observation("\"valueString\":\"a\",\"valueBoolean\":true"))),
                        Fault.REPEATED_ELEMENT,
                        path(PATH + ".valueString")),
                arguments(
                        "base64.json",
                        bytes(bundle(PATIENT, note("text/plain", "%%%"))),
                        Fault.INVALID_VALUE,
                        path(PATH + ".content[0].attachment.data")),
                arguments(
                        "charset.json",
                        bytes(bundle(PATIENT, note("text/plain; charset=utf-8", "/9j/"))),
                        Fault.NOTE_UNREADABLE,
                        path(PATH + ".content")),
                arguments(
                        "no-charset.json",
                        bytes(bundle(PATIENT, note("text/plain; charset=klingon", "QQ=="))),
                        Fault.NOTE_UNREADABLE,
                        path(PATH + ".content")),
                arguments(
                        "hidden.json",
                        bytes(bundle(PATIENT, note("text/plain", "QQBC"))),
                        Fault.CONTROL_CHARACTER,
                        path(PATH + ".content")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void is_refused_with_its_fault_and_its_place(String name, byte[] content, Fault fault, Place place)
            throws IOException {
        var file = Files.write(folder.resolve(name), content);

        var broken = catchThrowableOfType(
                BrokenReferral.class, () -> Readers.reader().read(file));

        assertThat(broken).isNotNull();
        assertThat(broken.fault()).isEqualTo(fault);
        assertThat(broken.place()).isEqualTo(place);
        assertThat(broken.file()).isEqualTo(name);
        assertThat(broken.key()).isEqualTo(fault.key());
        assertThat(broken.arguments()[0]).isEqualTo(name);
        assertThat(broken.getMessage()).doesNotContain("Nuage").doesNotContain("1980");
    }

    @Test
    void a_real_file_is_refused_wherever_it_is_cut() throws IOException {
        var whole = Files.readAllBytes(SyntheaFiles.copy("A046"));
        var reader = Readers.reader();
        for (int length = 1; length < whole.length; length += 997) {
            var file = Files.write(folder.resolve("cut.json.gz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> reader.read(file))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(BrokenReferral.class);
        }
    }

    @Test
    void a_missing_file_and_a_folder_are_refused() {
        for (var path : new Path[] {folder, folder.resolve("nowhere.json")}) {
            var broken = catchThrowableOfType(
                    BrokenReferral.class, () -> Readers.reader().read(path));
            assertThat(broken.fault()).isEqualTo(Fault.NOT_A_FILE);
        }
    }

    @Test
    void a_file_after_a_broken_one_is_read_as_ever() throws IOException {
        var reader = Readers.reader();
        var broken = Files.write(folder.resolve("b.json"), bytes(bundle(PATIENT, condition("\"colour\":\"red\""))));
        var good = Files.write(folder.resolve("g.json"), bytes(bundle(PATIENT, condition("\"id\":\"c\""))));

        assertThatThrownBy(() -> reader.read(broken)).isInstanceOf(BrokenReferral.class);

        assertThat(reader.read(good).problems()).hasSize(1);
    }

    private static String bundle(String... resources) {
        return Arrays.stream(resources)
                .map(resource -> "{\"resource\":" + resource + "}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
    }

    private static String condition(String more) {
        return "{\"resourceType\":\"Condition\"," + more + "," + ABOUT + ",\"code\":{\"text\":\"x\"}}";
    }

    private static String observation(String more) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\"," + more + "," + ABOUT
                + ",\"code\":{\"text\":\"x\"}}";
    }

    private static String note(String type, String data) {
        return "{\"resourceType\":\"DocumentReference\",\"status\":\"current\"," + ABOUT
                + ",\"content\":[{\"attachment\":{\"contentType\":\"" + type + "\",\"data\":\"" + data + "\"}}]}";
    }

    private static Place path(String path) {
        return new Place.Path(path);
    }

    private static Place line(int column) {
        return new Place.Line(1, column);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] flipped(byte[] content, int fromEnd) {
        content[content.length - fromEnd] ^= 0x55;
        return content;
    }
}
