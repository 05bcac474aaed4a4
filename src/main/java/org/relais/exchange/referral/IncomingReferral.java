package org.relais.exchange.referral;

import java.util.List;

/**
 * Everything taken from one file about one person, and a full account of what was not. Lists keep the order of the file.
 * Reading the same file again gives an equal referral.
 *
 * @param file the name of the file, without its folder
 * @param counts one row for each resource type of the file, by type; together they account for every entry
 * @param partsLeftOut parts of entries that were otherwise taken, by path
 */
public record IncomingReferral(
        String file,
        IncomingPerson person,
        List<IncomingAllergy> allergies,
        List<IncomingProblem> problems,
        List<IncomingPrescription> prescriptions,
        List<IncomingAdministration> administrations,
        List<IncomingEncounter> encounters,
        List<IncomingObservation> observations,
        List<IncomingNote> notes,
        List<IncomingReport> reports,
        List<TypeCount> counts,
        List<PartLeftOut> partsLeftOut) {

    public IncomingReferral {
        allergies = List.copyOf(allergies);
        problems = List.copyOf(problems);
        prescriptions = List.copyOf(prescriptions);
        administrations = List.copyOf(administrations);
        encounters = List.copyOf(encounters);
        observations = List.copyOf(observations);
        notes = List.copyOf(notes);
        reports = List.copyOf(reports);
        counts = List.copyOf(counts);
        partsLeftOut = List.copyOf(partsLeftOut);
    }
}
