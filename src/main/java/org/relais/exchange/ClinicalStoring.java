package org.relais.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.Grant;
import org.relais.access.Scope;
import org.relais.centre.Unit;
import org.relais.exchange.ClinicalPart.Keyed;
import org.relais.history.HistoryImports;
import org.relais.history.ImportCount;
import org.relais.history.ImportOrigin;
import org.relais.person.AddAlert;
import org.relais.person.PersonService;
import org.relais.record.Timeline;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralItemId;

/** Stores the clinical part of a referral through the rooms it belongs to. Within the caller's transaction. */
@Component
class ClinicalStoring {

    private final PersonService people;
    private final HistoryImports history;
    private final Timeline timeline;

    ClinicalStoring(PersonService people, HistoryImports history, Timeline timeline) {
        this.people = people;
        this.history = history;
        this.timeline = timeline;
    }

    /**
     * Stores all of it.
     *
     * @param medical to write in the medical section, or the scope of an importing task
     * @param risk to write in the risk section, or the same scope
     * @return the notes and alerts that came in, by what their source calls them
     */
    Map<ReferralItemId, String> store(
            Authority medical,
            Authority risk,
            PersonId person,
            Unit unit,
            String source,
            Instant now,
            ClinicalPart part,
            Account account) {
        var items = new LinkedHashMap<ReferralItemId, String>();
        for (var allergy : part.allergies()) {
            warn(risk, person, allergy, items);
            account.stored("AllergyIntolerance", new ImportCount(1, 0));
        }
        var death = part.death();
        if (death != null) {
            warn(risk, person, death, items);
        }
        var origin = new ImportOrigin(person, unit.centre(), unit.id(), source);
        store("AllergyIntolerance", part.pastAllergies(), medical, origin, history::importProblems, account);
        store("Condition", part.problems(), medical, origin, history::importProblems, account);
        store("MedicationRequest", part.prescriptions(), medical, origin, history::importMedication, account);
        store("MedicationAdministration", part.administrations(), medical, origin, history::importMedication, account);
        store("Encounter", part.encounters(), medical, origin, history::importEncounters, account);
        store("Observation", part.observations(), medical, origin, history::importObservations, account);
        store("DiagnosticReport", part.reports(), medical, origin, history::importObservations, account);
        var entries = new NoteFacts(person, unit, source, now);
        for (var note : part.notes()) {
            var item = ReferralItemId.create();
            timeline.append(medical, entries.entry(note.fact(), item));
            items.put(item, note.key());
            account.stored("DocumentReference", new ImportCount(1, 0));
        }
        return items;
    }

    private void warn(Authority risk, PersonId person, Keyed<AddAlert> alert, Map<ReferralItemId, String> items) {
        switch (risk) {
            case Grant grant -> people.addAlert(grant, alert.fact());
            case Scope scope -> people.addAlert(scope, person, alert.fact());
        }
        items.put(ReferralItemId.create(), alert.key());
    }

    private static <F> void store(
            String type, List<F> facts, Authority medical, ImportOrigin origin, Storing<F> storing, Account account) {
        if (!facts.isEmpty()) {
            account.stored(type, storing.store(medical, origin, facts));
        }
    }

    /** A command of the history's import. */
    private interface Storing<F> {

        ImportCount store(Authority authority, ImportOrigin origin, List<F> facts);
    }
}
