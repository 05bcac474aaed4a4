package org.relais.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.IncomingAllergy;
import org.relais.exchange.referral.IncomingNote;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.history.HistoryFit;
import org.relais.history.ImportCount;
import org.relais.history.ImportedEncounter;
import org.relais.history.ImportedMedication;
import org.relais.history.ImportedObservation;
import org.relais.history.ImportedProblem;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.shared.Severity;

/**
 * What the record takes of a referral beside the identity, as it will stand there; what it cannot hold is put to the
 * account. Nothing is stored here: the same lists are shown before and stored after.
 */
final class ClinicalPart {

    private final IncomingReferral referral;
    private final Account account;
    private final Set<String> known;
    private final List<Keyed<AddAlert>> allergies = new ArrayList<>();
    private final List<IncomingAllergy> past = new ArrayList<>();
    private final List<Keyed<IncomingNote>> notes = new ArrayList<>();
    private final @Nullable Keyed<AddAlert> death;
    private final List<ImportedProblem> pastAllergies;
    private final List<ImportedProblem> problems;
    private final List<ImportedMedication> prescriptions;
    private final List<ImportedMedication> administrations;
    private final List<ImportedEncounter> encounters;
    private final List<ImportedObservation> observations;
    private final List<ImportedObservation> reports;

    /**
     * @param words the language of the centre, for the few words that are stored
     * @param source the system it came from, in one line
     * @param known the source keys of the notes and alerts that are there
     */
    ClinicalPart(
            IncomingReferral referral,
            Account account,
            HouseWords words,
            String source,
            Instant now,
            Set<String> known) {
        this.referral = referral;
        this.account = account;
        this.known = known;
        var dated = dated(words, source, now);
        sortAllergies(dated);
        this.death = death(words, dated);
        var facts = new HistoryFacts(referral, account);
        this.pastAllergies = fitting("AllergyIntolerance", past, facts::pastAllergy, HistoryFit::fits);
        this.problems = fitting("Condition", referral.problems(), facts::problem, HistoryFit::fits);
        this.prescriptions =
                fitting("MedicationRequest", referral.prescriptions(), facts::prescription, HistoryFit::fits);
        this.administrations = fitting(
                "MedicationAdministration", referral.administrations(), facts::administration, HistoryFit::fits);
        this.encounters = fitting("Encounter", referral.encounters(), facts::encounter, HistoryFit::fits);
        this.observations = fitting("Observation", referral.observations(), facts::observation, HistoryFit::fits);
        this.reports = fitting("DiagnosticReport", referral.reports(), facts::report, HistoryFit::fits);
        sortNotes(now);
    }

    /** The source and the day it was taken in, in one line. */
    static String dated(HouseWords words, String source, Instant now) {
        return words.text(
                "exchange.stored.source",
                source,
                now.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** Puts to the account that all of it would be stored, for showing it before. */
    void expect() {
        expect("AllergyIntolerance", allergies.size() + pastAllergies.size());
        expect("Condition", problems.size());
        expect("MedicationRequest", prescriptions.size());
        expect("MedicationAdministration", administrations.size());
        expect("Encounter", encounters.size());
        expect("Observation", observations.size());
        expect("DiagnosticReport", reports.size());
        expect("DocumentReference", notes.size());
    }

    /** The allergies in force, to be warned of. */
    List<Keyed<AddAlert>> allergies() {
        return allergies;
    }

    /** Whoever opens the enquiry must not learn it from the family. */
    @Nullable
    Keyed<AddAlert> death() {
        return death;
    }

    List<ImportedProblem> pastAllergies() {
        return pastAllergies;
    }

    List<ImportedProblem> problems() {
        return problems;
    }

    List<ImportedMedication> prescriptions() {
        return prescriptions;
    }

    List<ImportedMedication> administrations() {
        return administrations;
    }

    List<ImportedEncounter> encounters() {
        return encounters;
    }

    List<ImportedObservation> observations() {
        return observations;
    }

    List<ImportedObservation> reports() {
        return reports;
    }

    List<Keyed<IncomingNote>> notes() {
        return notes;
    }

    private void expect(String type, int count) {
        if (count > 0) {
            account.stored(type, new ImportCount(count, 0));
        }
    }

    private void sortAllergies(String dated) {
        for (var allergy : referral.allergies()) {
            var key = SourceName.key(allergy.source());
            if (known.contains(key)) {
                account.stored("AllergyIntolerance", new ImportCount(0, 1));
            } else if (AlertFacts.inForce(allergy)) {
                var alert = AlertFacts.allergy(allergy, dated);
                if (alert == null) {
                    account.leftOut("AllergyIntolerance", LeftOutReason.TOO_LONG, 1);
                } else {
                    allergies.add(new Keyed<>(key, alert));
                }
            } else {
                past.add(allergy);
            }
        }
    }

    private @Nullable Keyed<AddAlert> death(HouseWords words, String dated) {
        var key = SourceName.key(referral.person().source()) + "#deceased";
        if (!referral.person().deceased() || known.contains(key)) {
            return null;
        }
        var when = FactWords.figures(referral.person().deceasedAt());
        return new Keyed<>(
                key,
                new AddAlert(
                        AlertKind.OTHER,
                        Severity.CRITICAL,
                        words.text("exchange.stored.deceased", when == null ? "?" : when),
                        dated));
    }

    private <I, F> List<F> fitting(String type, List<I> incoming, Function<I, F> reading, Predicate<F> fits) {
        var facts = incoming.stream().map(reading).toList();
        var whole = facts.stream().filter(fits).toList();
        if (whole.size() < facts.size()) {
            account.leftOut(type, LeftOutReason.TOO_LONG, facts.size() - whole.size());
        }
        return whole;
    }

    private void sortNotes(Instant now) {
        for (var note : referral.notes()) {
            var key = SourceName.key(note.source());
            var reason = NoteFacts.reasonToLeaveOut(note, now);
            if (known.contains(key)) {
                account.stored("DocumentReference", new ImportCount(0, 1));
            } else if (reason != null) {
                account.leftOut("DocumentReference", reason, 1);
            } else {
                account.noPlace("DocumentReference.category", !note.categories().isEmpty());
                account.noPlace(
                        "DocumentReference.context.encounter",
                        !note.encounters().isEmpty());
                notes.add(new Keyed<>(key, note));
            }
        }
    }

    /** Something with the key its source gives it. */
    record Keyed<T>(String key, T fact) {}
}
