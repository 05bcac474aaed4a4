package org.relais.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.exchange.referral.IncomingAllergy;
import org.relais.exchange.referral.IncomingNote;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.history.HistoryFit;
import org.relais.history.HistoryImports;
import org.relais.history.ImportCount;
import org.relais.history.ImportOrigin;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.PersonService;
import org.relais.record.Timeline;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;
import org.relais.shared.ReferralItemId;
import org.relais.shared.Severity;
import org.relais.shared.UnitId;

/**
 * Takes a referral into the record: the person, what to be warned of, the history, the notes, and an enquiry at the unit
 * that was asked. All of it or nothing. Nothing is cut: what the record cannot hold whole is left out and said.
 */
@Service
public class ReferralImport {

    private final PersonService people;
    private final HistoryImports history;
    private final Timeline timeline;
    private final EpisodeService episodes;
    private final ReferralStore store;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    ReferralImport(
            PersonService people,
            HistoryImports history,
            Timeline timeline,
            EpisodeService episodes,
            ReferralStore store,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.people = people;
        this.history = history;
        this.timeline = timeline;
        this.episodes = episodes;
        this.store = store;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes it in. The person is found again by what the source calls them, at whatever centre they came in; facts that
     * are there stay as they are, so that the same file changes nothing when it comes again. A further centre gets its
     * own enquiry, and reads what the first one took in as far as the person agrees to sharing.
     *
     * @param scope of a background task that imports, for one file
     * @param unit of the scope's centre, which is asked for a place
     * @throws Conflict when the same person's file is being taken in at the same moment
     * @throws InvalidInput when the person cannot be registered with that name or birth date
     * @throws AccessDenied for any other scope
     */
    @Transactional
    public ReferralResult take(Scope scope, UnitId unit, IncomingReferral referral) {
        access.requireTask(scope, Purpose.IMPORT);
        var asked = centres.unit(unit)
                .filter(one -> scope.centres().contains(one.centre()))
                .orElseThrow(NotFound::new);
        return new Taking(scope, asked, referral).take();
    }

    /** One file on its way in. */
    private final class Taking {

        private final Scope scope;
        private final Unit unit;
        private final IncomingReferral referral;
        private final Account account;
        private final ReferralId id = ReferralId.create();
        private final Instant now = clock.instant();
        private final HouseWords words;
        private final String source;
        private final PersonId person;
        private final Set<String> known;
        private final Map<ReferralItemId, String> items = new LinkedHashMap<>();

        Taking(Scope scope, Unit unit, IncomingReferral referral) {
            this.scope = scope;
            this.unit = unit;
            this.referral = referral;
            this.account = new Account(referral);
            this.words = HouseWords.ofCountry(centres.centre(unit.centre()).countryProfile());
            this.source = SourceName.system(referral.person().source());
            this.person = person();
            this.known = store.items(person);
        }

        ReferralResult take() {
            takeAllergies();
            takeDeath();
            takeHistory();
            takeNotes();
            if (!account.changed() && store.receivedAt(person, unit.centre())) {
                return new ReferralResult(person, null, account.types(), account.parts());
            }
            var enquiry = enquire();
            store.insert(
                    new ReferralRow(
                            id,
                            person,
                            null,
                            unit.centre(),
                            referral.file(),
                            source,
                            now,
                            account.types(),
                            account.parts()),
                    enquiry,
                    items);
            access.recordChange(scope, person, AccessAction.IMPORT, "referral", id);
            return new ReferralResult(person, id, account.types(), account.parts());
        }

        private PersonId person() {
            var key = referral.person().source();
            var brought = store.personOf(key);
            var found = brought.or(
                    () -> PersonFacts.owner(key).flatMap(identifier -> people.withIdentifier(scope, identifier)));
            var one = found.orElseGet(
                    () -> people.register(scope, new PersonFacts(account).register(referral.person(), unit)));
            access.show(scope, Set.of(one));
            if (brought.isEmpty()) {
                store.remember(key, one);
            }
            account.stored("Patient", found.isPresent() ? new ImportCount(0, 1) : new ImportCount(1, 0));
            return one;
        }

        private void takeAllergies() {
            var facts = new HistoryFacts(referral, account);
            var over = new ArrayList<IncomingAllergy>();
            for (var allergy : referral.allergies()) {
                var key = SourceName.key(allergy.source());
                if (known.contains(key)) {
                    account.stored("AllergyIntolerance", new ImportCount(0, 1));
                } else if (AlertFacts.inForce(allergy)) {
                    var alert = AlertFacts.allergy(allergy, sourceAndDate());
                    if (alert == null) {
                        account.leftOut("AllergyIntolerance", LeftOutReason.TOO_LONG, 1);
                    } else {
                        people.addAlert(scope, person, alert);
                        items.put(ReferralItemId.create(), key);
                        account.stored("AllergyIntolerance", new ImportCount(1, 0));
                    }
                } else {
                    over.add(allergy);
                }
            }
            take("AllergyIntolerance", over, facts::pastAllergy, HistoryFit::fits, history::importProblems);
        }

        // Whoever opens the enquiry must not learn it from the family.
        private void takeDeath() {
            var key = SourceName.key(referral.person().source()) + "#deceased";
            if (!referral.person().deceased() || known.contains(key)) {
                return;
            }
            var when = FactWords.figures(referral.person().deceasedAt());
            people.addAlert(
                    scope,
                    person,
                    new AddAlert(
                            AlertKind.OTHER,
                            Severity.CRITICAL,
                            words.text("exchange.stored.deceased", when == null ? "?" : when),
                            sourceAndDate()));
            items.put(ReferralItemId.create(), key);
        }

        private void takeHistory() {
            var facts = new HistoryFacts(referral, account);
            take("Condition", referral.problems(), facts::problem, HistoryFit::fits, history::importProblems);
            take(
                    "MedicationRequest",
                    referral.prescriptions(),
                    facts::prescription,
                    HistoryFit::fits,
                    history::importMedication);
            take(
                    "MedicationAdministration",
                    referral.administrations(),
                    facts::administration,
                    HistoryFit::fits,
                    history::importMedication);
            take("Encounter", referral.encounters(), facts::encounter, HistoryFit::fits, history::importEncounters);
            take(
                    "Observation",
                    referral.observations(),
                    facts::observation,
                    HistoryFit::fits,
                    history::importObservations);
            take("DiagnosticReport", referral.reports(), facts::report, HistoryFit::fits, history::importObservations);
        }

        private <I, F> void take(
                String type, List<I> incoming, Function<I, F> reading, Predicate<F> fits, Storing<F> storing) {
            var facts = incoming.stream().map(reading).toList();
            var whole = facts.stream().filter(fits).toList();
            if (whole.size() < facts.size()) {
                account.leftOut(type, LeftOutReason.TOO_LONG, facts.size() - whole.size());
            }
            if (!whole.isEmpty()) {
                account.stored(
                        type, storing.store(scope, new ImportOrigin(person, unit.centre(), unit.id(), source), whole));
            }
        }

        private void takeNotes() {
            var entries = new NoteFacts(person, unit, source, now);
            for (var note : referral.notes()) {
                var key = SourceName.key(note.source());
                var reason = NoteFacts.reasonToLeaveOut(note, now);
                if (known.contains(key)) {
                    account.stored("DocumentReference", new ImportCount(0, 1));
                } else if (reason != null) {
                    account.leftOut("DocumentReference", reason, 1);
                } else {
                    takeNote(entries, note, key);
                }
            }
        }

        private void takeNote(NoteFacts entries, IncomingNote note, String key) {
            account.noPlace("DocumentReference.category", !note.categories().isEmpty());
            account.noPlace(
                    "DocumentReference.context.encounter", !note.encounters().isEmpty());
            var item = ReferralItemId.create();
            timeline.append(scope, entries.entry(note, item));
            items.put(item, key);
            account.stored("DocumentReference", new ImportCount(1, 0));
        }

        private @Nullable EpisodeId enquire() {
            if (episodes.isLive(scope, person, unit.centre())) {
                return null;
            }
            var note = words.text("exchange.stored.enquiry", referral.file(), source);
            var whole = note.codePointCount(0, note.length()) <= FreeText.LINE
                    ? note
                    : words.text("exchange.stored.enquiry", source, sourceAndDate());
            return episodes.enquire(scope, person, new OpenEnquiry(unit.id(), whole, null));
        }

        private String sourceAndDate() {
            return words.text(
                    "exchange.stored.source",
                    source,
                    now.atZone(ZoneOffset.UTC).toLocalDate().toString());
        }
    }

    /** A command of the history's import. */
    private interface Storing<F> {

        ImportCount store(Scope scope, ImportOrigin origin, List<F> facts);
    }
}
