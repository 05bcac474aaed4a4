package org.relais.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Facts as a referral brings them. */
final class Referral {

    static final Instant SOME_TIME = Instant.parse("2015-08-31T03:52:18Z");

    private Referral() {}

    static ImportedProblem problem(String key, String words, @Nullable String status) {
        return new ImportedProblem(
                key,
                new GivenCode("http://snomed.info/sct", "6525002", words),
                status,
                "confirmed",
                null,
                new GivenTime(SOME_TIME, GivenTime.Precision.YEAR),
                null,
                null,
                new GivenTime(SOME_TIME, GivenTime.Precision.TIME),
                null);
    }

    static ImportedMedication medication(String key) {
        return new ImportedMedication(
                key,
                ImportedMedication.Kind.ORDERED,
                new GivenCode("http://www.nlm.nih.gov/research/umls/rxnorm", "351266", "buprenorphine / naloxone"),
                "active",
                "Take as needed.",
                new GivenTime(SOME_TIME, GivenTime.Precision.TIME),
                "Dr Fictif",
                null,
                null);
    }

    static ImportedEncounter encounter(String key) {
        return new ImportedEncounter(
                key,
                "IMP",
                new GivenCode("http://snomed.info/sct", "56876005", "Detoxification"),
                "finished",
                new GivenTime(SOME_TIME, GivenTime.Precision.TIME),
                new GivenTime(SOME_TIME.plus(5, ChronoUnit.DAYS), GivenTime.Precision.TIME),
                "Hôpital fictif 006",
                null);
    }

    static ImportedObservation observation(String key) {
        return new ImportedObservation(
                key,
                "vital-signs",
                new GivenCode("http://loinc.org", "85354-9", "Blood pressure"),
                "final",
                new GivenTime(SOME_TIME, GivenTime.Precision.TIME),
                GivenValue.of(new BigDecimal("3.5000"), "{score}"),
                List.of(new ImportedObservation.Part(
                        new GivenCode("http://loinc.org", "8480-6", "Systolic"),
                        GivenValue.of(new BigDecimal("118.0"), "mm[Hg]"))),
                null);
    }

    static List<ImportedObservation> observations(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> observation("o/" + number))
                .toList();
    }
}
