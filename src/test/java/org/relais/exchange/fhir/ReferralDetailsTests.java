package org.relais.exchange.fhir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.exchange.referral.Identifier;
import org.relais.exchange.referral.IncomingPerson.Gender;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOut;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.ObservationValue;
import org.relais.exchange.referral.PartLeftOut;
import org.relais.exchange.referral.PointInTime;
import org.relais.exchange.referral.PointInTime.Precision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes out of an entry, in real files and in small ones that show one thing each. */
class ReferralDetailsTests {

    private static final String ABOUT = "\"subject\":{\"reference\":\"urn:uuid:p1\"}";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_french_person_has_the_official_name_and_keeps_the_maiden_one() {
        var person = Readers.reader().read(SyntheaFiles.copy("A046")).person();

        assertThat(person.name()).isNotNull().satisfies(name -> {
            assertThat(name.family()).isEqualTo("Hubert");
            assertThat(name.given()).containsExactly("Albane", "Clémentine");
        });
        assertThat(person.names()).extracting("family").containsExactly("Hubert", "Garcia");
        assertThat(person.birthDate()).isEqualTo(LocalDate.of(1989, 2, 24));
        assertThat(person.gender()).isEqualTo(Gender.FEMALE);
        assertThat(person.deceased()).isFalse();
        assertThat(person.identifiers())
                .contains(new Identifier("http://hl7.org/fhir/sid/us-ssn", "091314528280997", "SS"));
        assertThat(person.contacts()).hasSize(2);
        assertThat(person.source().text())
                .isEqualTo("http://hospital.smarthealthit.org|e16c954d-fd42-e9ab-14fd-0e3fd8ca8e54"
                        + "#Patient/e16c954d-fd42-e9ab-14fd-0e3fd8ca8e54");
    }

    @Test
    void an_american_file_gives_notes_medication_entries_and_substance_free_allergies() {
        var referral = Readers.reader().read(SyntheaFiles.copy("A057"));

        assertThat(referral.notes()).hasSize(28).allSatisfy(note -> {
            assertThat(note.text()).contains("# Chief Complaint");
            assertThat(note.authors())
                    .extracting("text")
                    .allMatch(text -> text.toString().startsWith("Dr. "));
        });
        assertThat(referral.prescriptions())
                .filteredOn(order -> order.medication().is("http://www.nlm.nih.gov/research/umls/rxnorm", "351266"))
                .isNotEmpty()
                .first()
                .satisfies(order -> assertThat(order.dosages()).hasSize(1));
        assertThat(referral.allergies())
                .anyMatch(allergy -> allergy.substance().is("http://snomed.info/sct", "419199007"));
        assertThat(referral.partsLeftOut())
                .contains(new PartLeftOut("Patient.maritalStatus", LeftOutReason.NO_PLACE_FOR_ELEMENT, 1));
    }

    @Test
    void a_time_keeps_the_precision_it_was_given_in() throws IOException {
        var referral = read(
                condition("\"onsetDateTime\":\"1951\""),
                condition("\"onsetDateTime\":\"1951-07\""),
                condition("\"onsetDateTime\":\"1951-07-03\""),
                condition("\"onsetDateTime\":\"1951-07-03T23:30:00-05:00\""));

        assertThat(referral.problems())
                .extracting("onset")
                .containsExactly(
                        new PointInTime(Instant.parse("1951-01-01T00:00:00Z"), Precision.YEAR),
                        new PointInTime(Instant.parse("1951-07-01T00:00:00Z"), Precision.MONTH),
                        new PointInTime(Instant.parse("1951-07-03T00:00:00Z"), Precision.DAY),
                        new PointInTime(Instant.parse("1951-07-04T04:30:00Z"), Precision.TIME));
    }

    @Test
    void decimals_keep_their_digits_and_several_problems_of_one_code_stay_several() throws IOException {
        var referral = read(
                observation("\"valueQuantity\":{\"value\":37.0,\"unit\":\"Cel\"}"),
                observation("\"valueInteger\":3"),
                observation("\"dataAbsentReason\":{\"text\":\"refus\"}"),
                condition("\"id\":\"a\""),
                condition("\"id\":\"b\""));

        assertThat(referral.observations().getFirst().value())
                .isInstanceOfSatisfying(
                        ObservationValue.Measured.class,
                        measured -> assertThat(measured.quantity().value()).isEqualTo(new BigDecimal("37.0")));
        assertThat(referral.observations().get(2).value()).isNull();
        assertThat(referral.observations().get(2).absentReason()).isNotNull();
        assertThat(referral.problems()).hasSize(2);
    }

    @Test
    void a_reference_shows_its_display_else_the_name_in_the_file_else_itself() throws IOException {
        var referral = read(
                "{\"resourceType\":\"Practitioner\",\"id\":\"d1\",\"name\":[{\"given\":[\"Ana\"],\"family\":\"Roux\"}]}",
                encounter("{\"individual\":{\"reference\":\"Practitioner/d1\",\"display\":\"Dr Roux\"}},"
                        + "{\"individual\":{\"reference\":\"Practitioner/d1\"}},"
                        + "{\"individual\":{\"reference\":\"Practitioner?identifier=urn:x|7\"}},"
                        + "{\"individual\":{\"identifier\":{\"system\":\"urn:x\",\"value\":\"8\"}}}"));

        assertThat(referral.encounters().getFirst().participants())
                .extracting("text")
                .containsExactly("Dr Roux", "Ana Roux", "Practitioner?identifier=urn:x|7", "urn:x|8");
    }

    @Test
    void what_the_sender_withdrew_or_never_did_is_left_out_by_reason() throws IOException {
        var referral = read(
                observation("\"status\":\"entered-in-error\"").replace("\"status\":\"final\",", ""),
                observation("\"focus\":[{\"display\":\"foetus\"}]"),
                observation("\"id\":\"m\",\"modifierExtension\":[{\"url\":\"urn:x\",\"valueBoolean\":true}]"),
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}",
                "{\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":true,"
                        + ABOUT + ",\"medicationCodeableConcept\":{\"text\":\"x\"}}",
                "{\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"proposal\"," + ABOUT
                        + ",\"medicationCodeableConcept\":{\"text\":\"x\"}}",
                "{\"resourceType\":\"Medication\",\"id\":\"unused\"}");

        assertThat(referral.observations()).isEmpty();
        assertThat(referral.prescriptions()).isEmpty();
        assertThat(referral.counts())
                .filteredOn(count -> count.type().equals("Observation"))
                .flatExtracting("reasons")
                .containsExactlyInAnyOrder(
                        new LeftOut(LeftOutReason.ENTERED_IN_ERROR, 1),
                        new LeftOut(LeftOutReason.ABOUT_ANOTHER, 1),
                        new LeftOut(LeftOutReason.UNKNOWN_MODIFIER, 1),
                        new LeftOut(LeftOutReason.NO_SUBJECT, 1));
        assertThat(referral.counts())
                .filteredOn(count -> count.type().startsWith("Medication"))
                .flatExtracting("reasons")
                .containsExactlyInAnyOrder(
                        new LeftOut(LeftOutReason.NOT_REFERRED_TO, 1),
                        new LeftOut(LeftOutReason.NOT_DONE, 1),
                        new LeftOut(LeftOutReason.NOT_AN_ORDER, 1));
    }

    @Test
    void a_report_that_repeats_a_note_is_dropped_and_another_is_kept() throws IOException {
        var referral = read(report("Bonjour"), note("Bonjour"), report("Bonjour "));

        assertThat(referral.notes()).extracting("text").containsExactly("Bonjour");
        assertThat(referral.reports()).extracting("text").containsExactly("Bonjour ");
        assertThat(referral.counts())
                .filteredOn(count -> count.type().equals("DiagnosticReport"))
                .flatExtracting("reasons")
                .containsExactly(new LeftOut(LeftOutReason.REPEATS_A_NOTE, 1));
    }

    @Test
    void entries_without_an_id_are_recognised_by_their_content() throws IOException {
        var once = read(condition("\"onsetString\":\"jeunesse\""), condition("\"onsetString\":\"jeunesse\""));
        var again = read(condition("\"onsetString\":\"jeunesse\""));

        assertThat(once.problems()).isEqualTo(again.problems()).hasSize(1);
        assertThat(once.problems().getFirst().source().id()).startsWith("sha256:");
    }

    private IncomingReferral read(String... resources) throws IOException {
        var patient =
                "{\"fullUrl\":\"urn:uuid:p1\",\"resource\":{\"resourceType\":\"Patient\",\"birthDate\":\"1980\"}}";
        var bundle = Arrays.stream(resources)
                .map(resource -> "{\"resource\":" + resource + "}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + patient + ",", "]}"));
        return Readers.reader().read(Files.writeString(folder.resolve("small.json"), bundle));
    }

    private static String condition(String more) {
        return "{\"resourceType\":\"Condition\"," + more + "," + ABOUT + ",\"code\":{\"text\":\"x\"}}";
    }

    private static String observation(String more) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\"," + more + "," + ABOUT
                + ",\"code\":{\"text\":\"x\"}}";
    }

    private static String encounter(String participants) {
        return "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"}," + ABOUT
                + ",\"participant\":[" + participants + "]}";
    }

    private static String note(String text) {
        return "{\"resourceType\":\"DocumentReference\",\"status\":\"current\"," + ABOUT
                + ",\"content\":[{\"attachment\":" + attachment(text) + "}]}";
    }

    private static String report(String text) {
        return "{\"resourceType\":\"DiagnosticReport\",\"status\":\"final\"," + ABOUT
                + ",\"code\":{\"text\":\"x\"},\"presentedForm\":[" + attachment(text) + "]}";
    }

    private static String attachment(String text) {
        return "{\"contentType\":\"text/plain\",\"data\":\""
                + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "\"}";
    }
}
