package org.relais.exchange.fhir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOut;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.Mention;
import org.relais.exchange.referral.ObservationValue;
import org.relais.exchange.referral.SourceKey;
import org.relais.exchange.referral.TypeCount;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** All records of the independent generator, each read whole and accounted for to the last entry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralCorpusTests {

    /** As the generator's README counts them. */
    private static final Map<String, Integer> OF_SIXTY = Map.ofEntries(
            Map.entry("Patient", 60),
            Map.entry("Observation", 21570),
            Map.entry("Procedure", 7893),
            Map.entry("DiagnosticReport", 3222),
            Map.entry("Encounter", 3193),
            Map.entry("MedicationRequest", 2348),
            Map.entry("Condition", 2345),
            Map.entry("MedicationAdministration", 733),
            Map.entry("Immunization", 649),
            Map.entry("CareTeam", 280),
            Map.entry("CarePlan", 280),
            Map.entry("Medication", 155),
            Map.entry("AllergyIntolerance", 54),
            Map.entry("DocumentReference", 767));

    private static final Map<String, Integer> OF_FOUR = Map.ofEntries(
            Map.entry("Patient", 4),
            Map.entry("Observation", 458),
            Map.entry("Procedure", 395),
            Map.entry("DiagnosticReport", 132),
            Map.entry("Encounter", 157),
            Map.entry("MedicationRequest", 66),
            Map.entry("Condition", 121),
            Map.entry("MedicationAdministration", 6),
            Map.entry("Immunization", 42),
            Map.entry("CareTeam", 17),
            Map.entry("CarePlan", 17),
            Map.entry("Medication", 4),
            Map.entry("AllergyIntolerance", 26),
            Map.entry("DocumentReference", 64));

    private static final Set<String> NOT_TAKEN = Set.of("Procedure", "Immunization", "CareTeam", "CarePlan");

    private static final Pattern RESOURCE =
            Pattern.compile("\"resource\":\\{\"resourceType\":\"(\\w+)\",\"id\":\"([^\"]+)\"");

    private final Map<Path, IncomingReferral> referrals = new TreeMap<>();

    @BeforeAll
    void readEveryFile() {
        var reader = Readers.reader();
        SyntheaFiles.files().forEach(file -> referrals.put(file, reader.read(file)));
    }

    @Test
    void every_entry_of_every_file_is_counted() {
        var totals = new HashMap<String, Integer>();
        referrals.values().stream()
                .flatMap(referral -> referral.counts().stream())
                .forEach(count -> totals.merge(count.type(), count.inFile(), Integer::sum));

        assertThat(totals).isEqualTo(SyntheaFiles.all() ? OF_SIXTY : OF_FOUR);
    }

    @Test
    void what_is_taken_are_the_entries_of_the_file_by_their_own_ids() {
        referrals.forEach((file, referral) -> {
            var inFile = new HashMap<String, Set<String>>();
            var matcher = RESOURCE.matcher(SyntheaFiles.text(file));
            while (matcher.find()) {
                inFile.computeIfAbsent(matcher.group(1), type -> new HashSet<>())
                        .add(matcher.group(2));
            }
            var counts = referral.counts().stream().collect(toMap(TypeCount::type, count -> count));
            assertThat(counts.keySet()).as(referral.file()).isEqualTo(inFile.keySet());
            var sources = sources(referral);
            counts.forEach((type, count) -> {
                var ids = inFile.getOrDefault(type, Set.of());
                assertThat(count.inFile()).as(type).isEqualTo(ids.size());
                var keys = sources.getOrDefault(type, List.of());
                assertThat(keys)
                        .as(type)
                        .hasSize(type.equals("Medication") ? 0 : count.taken())
                        .doesNotHaveDuplicates();
                assertThat(keys).extracting(SourceKey::id).isSubsetOf(ids);
            });
        });
    }

    @Test
    void what_is_left_out_has_the_reason_that_fits() {
        for (var referral : referrals.values()) {
            for (var count : referral.counts()) {
                if (NOT_TAKEN.contains(count.type())) {
                    assertThat(count.reasons())
                            .containsExactly(new LeftOut(LeftOutReason.NOT_PART_OF_A_REFERRAL, count.inFile()));
                } else if (count.type().equals("DiagnosticReport")) {
                    // Half of what the American files hold twice: each note once as a document, once as a report.
                    assertThat(count.leftOut())
                            .as(referral.file())
                            .isEqualTo(referral.notes().size());
                    assertThat(count.reasons())
                            .extracting(LeftOut::reason)
                            .allMatch(LeftOutReason.REPEATS_A_NOTE::equals);
                } else {
                    assertThat(count.leftOut())
                            .as("%s in %s", count.type(), referral.file())
                            .isZero();
                }
            }
        }
    }

    @Test
    void origin_and_birth_sex_are_left_out_with_a_line() {
        referrals.values().forEach(referral -> {
            var protectedParts = referral.partsLeftOut().stream()
                    .filter(part -> part.reason() == LeftOutReason.PROTECTED_ORIGIN)
                    .toList();
            assertThat(protectedParts)
                    .as(referral.file())
                    .hasSize(referral.file().contains("-us-") ? 3 : 0);
            assertThat(referral.toString())
                    .doesNotContain("urn:oid:2.16.840.1.113883.6.238")
                    .doesNotContain("ombCategory");
        });
    }

    @Test
    void observations_keep_their_values_and_components() {
        var values = new HashMap<String, Integer>();
        var components = 0;
        for (var referral : referrals.values()) {
            for (var observation : referral.observations()) {
                var value = observation.value();
                values.merge(value == null ? "none" : value.getClass().getSimpleName(), 1, Integer::sum);
                components += observation.components().size();
                assertThat(value != null || !observation.components().isEmpty()).isTrue();
                assertThat(observation.components()).allMatch(component -> component.value() != null);
                assertThat(observation.at()).isNotNull();
            }
        }
        if (SyntheaFiles.all()) {
            assertThat(values)
                    .isEqualTo(Map.of(
                            ObservationValue.Measured.class.getSimpleName(),
                            17068,
                            ObservationValue.Coded.class.getSimpleName(),
                            3243,
                            ObservationValue.Worded.class.getSimpleName(),
                            14,
                            "none",
                            1245));
            assertThat(components).isEqualTo(13721);
        } else {
            assertThat(values).hasSizeGreaterThanOrEqualTo(3);
            assertThat(components).isPositive();
        }
    }

    @Test
    void every_encounter_that_is_referred_to_is_in_the_file() {
        referrals.values().forEach(referral -> {
            var encounters = new HashSet<>(sources(referral).getOrDefault("Encounter", List.of()));
            var mentions = new ArrayList<Mention>();
            referral.observations().forEach(each -> add(mentions, each.encounter()));
            referral.problems().forEach(each -> add(mentions, each.encounter()));
            referral.prescriptions().forEach(each -> add(mentions, each.encounter()));
            referral.administrations().forEach(each -> add(mentions, each.encounter()));
            referral.notes().forEach(each -> mentions.addAll(each.encounters()));
            assertThat(mentions).extracting(Mention::entry).isSubsetOf(encounters);
        });
    }

    @Test
    void professionals_and_institutions_have_names_although_their_files_were_not_read() {
        for (var referral : referrals.values()) {
            assertThat(referral.encounters()).allSatisfy(encounter -> {
                assertThat(encounter.participants())
                        .extracting(Mention::text)
                        .noneMatch(text -> text.contains("?identifier="));
                assertThat(encounter.provider()).isNotNull();
            });
            assertThat(referral.prescriptions()).allSatisfy(order -> {
                assertThat(order.medication().codes()).isNotEmpty();
                assertThat(order.requester()).isNotNull();
            });
        }
    }

    @Test
    void reading_again_gives_an_equal_referral() {
        var file = SyntheaFiles.copy("A025");

        assertThat(Readers.reader().read(file)).isEqualTo(Readers.reader().read(file));
    }

    private static void add(List<Mention> mentions, @Nullable Mention mention) {
        if (mention != null) {
            mentions.add(mention);
        }
    }

    private static Map<String, List<SourceKey>> sources(IncomingReferral referral) {
        var byType = new HashMap<String, List<SourceKey>>();
        Stream.of(
                        Stream.of(referral.person().source()),
                        referral.allergies().stream().map(each -> each.source()),
                        referral.problems().stream().map(each -> each.source()),
                        referral.prescriptions().stream().map(each -> each.source()),
                        referral.administrations().stream().map(each -> each.source()),
                        referral.encounters().stream().map(each -> each.source()),
                        referral.observations().stream().map(each -> each.source()),
                        referral.notes().stream().map(each -> each.source()),
                        referral.reports().stream().map(each -> each.source()))
                .flatMap(keys -> keys)
                .forEach(key -> byType.computeIfAbsent(key.type(), type -> new ArrayList<>())
                        .add(key));
        return byType;
    }
}
