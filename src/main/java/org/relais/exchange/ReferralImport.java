package org.relais.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

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
import org.relais.exchange.referral.IncomingReferral;
import org.relais.history.ImportCount;
import org.relais.person.PersonService;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;
import org.relais.shared.UnitId;

/**
 * Takes a referral into the record: the person, what to be warned of, the history, the notes, and an enquiry at the unit
 * that was asked. All of it or nothing. Nothing is cut: what the record cannot hold whole is left out and said.
 */
@Service
public class ReferralImport {

    private final PersonService people;
    private final ClinicalStoring storing;
    private final EpisodeService episodes;
    private final ReferralStore store;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    ReferralImport(
            PersonService people,
            ClinicalStoring storing,
            EpisodeService episodes,
            ReferralStore store,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.people = people;
        this.storing = storing;
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

        Taking(Scope scope, Unit unit, IncomingReferral referral) {
            this.scope = scope;
            this.unit = unit;
            this.referral = referral;
            this.account = new Account(referral);
            this.words = HouseWords.ofCountry(centres.centre(unit.centre()).countryProfile());
            this.source = SourceName.system(referral.person().source());
            this.person = person();
        }

        ReferralResult take() {
            var part = new ClinicalPart(referral, account, words, source, now, store.items(person));
            var items = storing.store(scope, scope, person, unit, source, now, part, account);
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
            var one = found.orElseGet(() -> people.register(
                    scope, new PersonFacts(account).register(referral.person(), unit.centre(), unit.id())));
            access.show(scope, Set.of(one));
            if (brought.isEmpty()) {
                store.remember(key, one);
            }
            account.stored("Patient", found.isPresent() ? new ImportCount(0, 1) : new ImportCount(1, 0));
            return one;
        }

        private @Nullable EpisodeId enquire() {
            if (episodes.isLive(scope, person, unit.centre())) {
                return null;
            }
            var note = words.text("exchange.stored.enquiry", referral.file(), source);
            var whole = note.codePointCount(0, note.length()) <= FreeText.LINE
                    ? note
                    : words.text("exchange.stored.enquiry", source, ClinicalPart.dated(words, source, now));
            return episodes.enquire(scope, person, new OpenEnquiry(unit.id(), whole, null));
        }
    }
}
