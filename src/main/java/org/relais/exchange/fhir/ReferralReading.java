package org.relais.exchange.fhir;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOutReason;

/** Reads the entries of one bundle, once: which are taken, what they hold, and the account of the rest. */
final class ReferralReading {

    private final Clock clock;
    private final List<Entry> entries;
    private final Entry patient;
    private final Tally tally;
    private final Referents referents;

    ReferralReading(List<Entry> entries, Clock clock) {
        this.clock = clock;
        this.entries = entries;
        this.patient = onlyPatient(entries);
        this.tally = new Tally(entries);
        this.referents = new Referents(PersonReading.owner(patient), entries);
    }

    IncomingReferral read(String file) {
        refuseDoubles();
        var person = fitting(patient, entry -> new PersonReading(clock).read(entry, referents, tally));
        tally.taken(patient);
        var takeable = takeable();
        var history = new HistoryReading(referents);
        var medications = new MedicationReading(referents);
        var observations = new ObservationReading(referents);
        var notes = new NoteReading(referents, tally);
        var noCode = LeftOutReason.NO_CODE;
        var allergies = take(takeable, AllergyIntolerance.class, history::allergy, noCode);
        var problems = take(takeable, Condition.class, history::problem, noCode);
        var prescriptions = take(takeable, MedicationRequest.class, medications::prescription, noCode);
        var administrations = take(takeable, MedicationAdministration.class, medications::administration, noCode);
        var encounters = take(takeable, Encounter.class, history::encounter, noCode);
        var observed = take(takeable, Observation.class, observations::observation, noCode);
        var written = take(takeable, DocumentReference.class, notes::note, LeftOutReason.NOT_PLAIN_TEXT);
        var reports = take(takeable, DiagnosticReport.class, notes::report, LeftOutReason.REPEATS_A_NOTE);
        settleMedications();
        return new IncomingReferral(
                file,
                person,
                allergies,
                problems,
                prescriptions,
                administrations,
                encounters,
                observed,
                written,
                reports,
                tally.counts(),
                tally.partsLeftOut());
    }

    private static Entry onlyPatient(List<Entry> entries) {
        var patients = entries.stream()
                .filter(entry -> entry.resource() instanceof Patient)
                .toList();
        if (patients.size() > 1) {
            throw new Refused(patients.get(1).path(), Fault.TWO_PATIENTS);
        }
        if (patients.isEmpty()) {
            var onlyNames = !entries.isEmpty() && entries.stream().allMatch(LeavingOut::isName);
            throw new Refused("Bundle.entry", onlyNames ? Fault.NAMES_ONLY : Fault.NO_PATIENT);
        }
        if (LeavingOut.modified(patients.getFirst())) {
            throw new Refused(patients.getFirst().path(), Fault.UNKNOWN_MODIFIER);
        }
        return patients.getFirst();
    }

    private void refuseDoubles() {
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var url = entry.fullUrl() == null || seen.add(entry.fullUrl());
            var id = entry.hashed() || entry.id().equals(entry.fullUrl()) || seen.add(entry.type() + "/" + entry.id());
            if (!url || !id) {
                throw new Refused(entry.path(), Fault.DOUBLE_ENTRY);
            }
        }
    }

    /** The entries that may be taken as far as one can say before reading them; the others are accounted for. */
    private List<Entry> takeable() {
        var subject = new Subject(patient);
        var hashes = new HashSet<String>();
        var takeable = new ArrayList<Entry>(entries.size());
        for (var entry : entries) {
            if (entry == patient || entry.resource() instanceof Medication) {
                continue;
            }
            var reason = fittingOrNull(entry, LeavingOut::reason);
            if (reason != LeftOutReason.NOT_PART_OF_A_REFERRAL && reason != LeftOutReason.USED_FOR_NAMES) {
                reason = graver(entry, subject, hashes, reason);
            }
            if (reason == null) {
                takeable.add(entry);
            } else {
                tally.leftOut(entry, reason);
            }
        }
        return takeable;
    }

    private static @Nullable LeftOutReason graver(
            Entry entry, Subject subject, HashSet<String> hashes, @Nullable LeftOutReason reason) {
        var about = subject.of(entry);
        if (LeavingOut.modified(entry)) {
            return LeftOutReason.UNKNOWN_MODIFIER;
        }
        if (reason != null) {
            return reason;
        }
        if (!about) {
            return LeftOutReason.NO_SUBJECT;
        }
        return entry.hashed() && !hashes.add(entry.id()) ? LeftOutReason.REPEATS_AN_ENTRY : null;
    }

    private <T> List<T> take(
            List<Entry> takeable,
            Class<? extends Resource> type,
            Function<Entry, @Nullable T> reading,
            LeftOutReason otherwise) {
        var read = new ArrayList<T>();
        for (var entry : takeable) {
            if (type.isInstance(entry.resource())) {
                var one = fittingOrNull(entry, reading);
                if (one == null) {
                    tally.leftOut(entry, otherwise);
                } else {
                    tally.taken(entry);
                    read.add(one);
                }
            }
        }
        return read;
    }

    private void settleMedications() {
        for (var entry : entries) {
            if (entry.resource() instanceof Medication) {
                if (referents.usedAsMedication(entry)) {
                    tally.taken(entry);
                } else {
                    tally.leftOut(entry, LeftOutReason.NOT_REFERRED_TO);
                }
            }
        }
    }

    private static <T> T fitting(Entry entry, Function<Entry, T> reading) {
        try {
            return reading.apply(entry);
        } catch (Unfit unfit) {
            throw unfit.within(entry.paths());
        }
    }

    private static <T> @Nullable T fittingOrNull(Entry entry, Function<Entry, @Nullable T> reading) {
        try {
            return reading.apply(entry);
        } catch (Unfit unfit) {
            throw unfit.within(entry.paths());
        }
    }
}
