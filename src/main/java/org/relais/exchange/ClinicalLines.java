package org.relais.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.ClinicalPreview.Group;
import org.relais.exchange.referral.IncomingNote;
import org.relais.history.GivenCode;
import org.relais.history.GivenValue;
import org.relais.history.ImportedEncounter;
import org.relais.history.ImportedMedication;
import org.relais.history.ImportedObservation;
import org.relais.history.ImportedProblem;
import org.relais.person.AddAlert;

/** The clinical part of a file as lines to read. */
final class ClinicalLines {

    private ClinicalLines() {}

    static ClinicalPreview of(ClinicalPart part) {
        var groups = new ArrayList<Group>();
        var death = part.death();
        if (death != null) {
            add(groups, "Patient", Stream.of(line(death.fact())));
        }
        add(
                groups,
                "AllergyIntolerance",
                Stream.concat(
                        part.allergies().stream().map(alert -> line(alert.fact())),
                        part.pastAllergies().stream().map(ClinicalLines::line)));
        add(groups, "Condition", part.problems().stream().map(ClinicalLines::line));
        add(groups, "MedicationRequest", part.prescriptions().stream().map(ClinicalLines::line));
        add(groups, "MedicationAdministration", part.administrations().stream().map(ClinicalLines::line));
        add(groups, "DocumentReference", part.notes().stream().map(note -> line(note.fact())));
        add(groups, "Encounter", part.encounters().stream().map(ClinicalLines::line));
        add(groups, "DiagnosticReport", part.reports().stream().map(ClinicalLines::line));
        add(groups, "Observation", part.observations().stream().map(ClinicalLines::line));
        return new ClinicalPreview(groups);
    }

    private static void add(List<Group> groups, String type, Stream<PreviewLine> lines) {
        var all = lines.toList();
        if (!all.isEmpty()) {
            groups.add(new Group(type, all));
        }
    }

    private static PreviewLine line(AddAlert alert) {
        return new PreviewLine(null, alert.text(), null, alert.source(), true);
    }

    private static PreviewLine line(ImportedProblem problem) {
        return new PreviewLine(
                problem.onset() == null ? problem.recorded() : problem.onset(),
                words(problem.code()),
                problem.clinicalStatus(),
                FactWords.lines(Arrays.asList(problem.severity(), problem.onsetText(), problem.remark())),
                false);
    }

    private static PreviewLine line(ImportedMedication medication) {
        return new PreviewLine(
                medication.authored(),
                words(medication.code()),
                medication.status(),
                FactWords.lines(Arrays.asList(
                        medication.dosage(), medication.reason(), medication.requester(), medication.remark())),
                false);
    }

    private static PreviewLine line(ImportedEncounter encounter) {
        return new PreviewLine(
                encounter.start(),
                words(encounter.type()),
                encounter.status(),
                FactWords.lines(Arrays.asList(encounter.reason(), encounter.place())),
                false);
    }

    private static PreviewLine line(ImportedObservation observation) {
        var lines = new ArrayList<@Nullable String>();
        lines.add(value(observation.value()));
        observation.parts().forEach(part -> {
            var value = value(part.value());
            lines.add(value == null ? words(part.code()) : words(part.code()) + "\u00a0: " + value);
        });
        lines.add(observation.remark());
        return new PreviewLine(
                observation.effective(),
                words(observation.code()),
                observation.status(),
                FactWords.lines(lines),
                false);
    }

    private static PreviewLine line(IncomingNote note) {
        var title = note.title() == null || note.title().isBlank() ? FactWords.words(note.type()) : note.title();
        return new PreviewLine(
                FactWords.time(note.written()),
                title == null ? "" : title.strip(),
                note.status(),
                FactWords.lines(Arrays.asList(FactWords.list(FactWords.mentions(note.authors())), note.text())),
                false);
    }

    private static String words(GivenCode code) {
        return code.words().isEmpty() && code.code() != null ? code.code() : code.words();
    }

    private static @Nullable String value(@Nullable GivenValue value) {
        if (value == null) {
            return null;
        }
        if (value.amount() == null) {
            return value.words();
        }
        return (value.comparator() == null ? "" : value.comparator() + " ")
                + value.amount().toPlainString()
                + (value.unit() == null ? "" : "\u00a0" + value.unit());
    }
}
