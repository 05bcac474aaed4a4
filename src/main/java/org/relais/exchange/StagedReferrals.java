package org.relais.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.episode.EpisodeService;
import org.relais.episode.OpenEnquiry;
import org.relais.exchange.referral.BrokenReferral;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.SourceKey;
import org.relais.history.ImportCount;
import org.relais.person.ElsewhereHint;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.PersonName;
import org.relais.person.PersonService;
import org.relais.person.PossibleDuplicate.Reason;
import org.relais.person.RegisterPerson;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;
import org.relais.shared.ReferralItemId;
import org.relais.shared.Slice;
import org.relais.shared.StagedFileId;
import org.relais.shared.UnitId;

/**
 * Referrals that come in on a screen, in two steps. Whoever may register people puts a file in, sees whom it is about
 * and how many entries of which type it holds, and takes over the identity; whoever writes in the medical section sees
 * what the entries say, and takes them over or refuses them. Until then nothing of the file is in any record.
 *
 * <p>Files of other centres, files of people hidden from the reader and files that were removed are {@link NotFound}.
 * Of two who decide at once, one gets a {@link Conflict} and nothing happened twice.
 */
@Service
public class StagedReferrals {

    /** Under this name the enquiry is opened that a registration from a file brings with it. */
    private static final String TASK = "import";

    private static final String RESOURCE = "staged-file";
    private static final int MOST_LISTED = 100;
    private static final int NAME = 200;

    private final StagedStore staged;
    private final ReferralStore store;
    private final ReadingTurn turn;
    private final ClinicalStoring storing;
    private final PersonService people;
    private final EpisodeService episodes;
    private final Centres centres;
    private final AccessService access;
    private final StagingLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    StagedReferrals(
            StagedStore staged,
            ReferralStore store,
            ReadingTurn turn,
            ClinicalStoring storing,
            PersonService people,
            EpisodeService episodes,
            Centres centres,
            AccessService access,
            StagingLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.staged = staged;
        this.store = store;
        this.turn = turn;
        this.storing = storing;
        this.people = people;
        this.episodes = episodes;
        this.centres = centres;
        this.access = access;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts a file in. A file that is refused leaves nothing behind.
     *
     * @param scope of somebody who writes in the administrative section
     * @param centre one of theirs
     * @param file its name, without a folder, one line of at most 200 characters
     * @param content plain or packed with gzip
     * @throws BrokenReferral when any of it cannot be read or trusted
     * @throws InvalidInput when the register could not hold the person, or the name of the file is none
     * @throws Conflict when too many files wait or are being read
     */
    public StagedReceipt stage(Scope scope, CentreId centre, String file, byte[] content) {
        requireWriter(scope);
        own(scope, centre);
        var name = FreeText.requireLine("file", file, NAME);
        var read = turn.read(name, content);
        var hash = hash(read.json());
        var twin = staged.twin(centre, hash);
        var seen = twin.filter(row -> visible(scope, row));
        if (seen.isPresent()) {
            return new StagedReceipt(named(scope, seen.get()), true);
        }
        if (staged.waiting(centre) >= limits.most()) {
            throw new Conflict("exchange.error.full", limits.most());
        }
        var row = expected(scope, centre, name, read);
        try {
            transaction.executeWithoutResult(_ -> {
                // What is hidden from somebody must not be betrayed by a refusal
                staged.insert(
                        row,
                        read.referral().person().source(),
                        twin.isPresent() ? null : hash,
                        scope.actor().id(),
                        read.json());
                access.recordAct(scope, AccessAction.IMPORT, RESOURCE, row.id());
            });
        } catch (DuplicateKeyException meanwhile) {
            return staged.twin(centre, hash)
                    .map(first -> new StagedReceipt(named(scope, first), true))
                    .orElseThrow(() -> new Conflict("exchange.error.meanwhile"));
        }
        return new StagedReceipt(row, false);
    }

    /**
     * What waits in the centres of the scope and what was refused there lately, newest first; at most 100.
     *
     * @param scope of somebody who writes in the administrative section
     */
    public Slice<StagedFile> list(Scope scope) {
        requireWriter(scope);
        var page = Slice.of(staged.page(scope, MOST_LISTED + 1), MOST_LISTED);
        var names = names(scope, page.rows());
        return page.map(row -> row.person() == null ? row : row.named(names.get(row.person())));
    }

    /** One file: whom it is about, and the counts. Nothing of what its entries say. */
    public StagedFile open(Scope scope, StagedFileId id) {
        requireWriter(scope);
        return named(scope, staged.find(scope, id));
    }

    /**
     * Who may be the person of a file that waits for its identity.
     *
     * @throws Conflict when the identity is taken over already
     */
    public StagedMatches matches(Scope scope, StagedFileId id) {
        requireWriter(scope);
        var row = waiting(staged.find(scope, id), StagedState.IDENTITY);
        var subject = subject(row);
        var meant = meant(scope, staged.owner(id));
        var found = new LinkedHashMap<PersonId, StagedMatch>();
        if (meant.here() != null) {
            found.put(meant.here().person(), match(meant.here(), Reason.SAME_IDENTIFIER, subject));
        }
        people.duplicates(scope, registration(row, null))
                .forEach(duplicate -> found.putIfAbsent(
                        duplicate.name().person(), match(duplicate.name(), duplicate.reason(), subject)));
        return new StagedMatches(
                List.copyOf(found.values()), meant.here() != null, meant.elsewhere(), hint(scope, subject));
    }

    /**
     * Takes over the identity as somebody new: registered, with an enquiry at the unit.
     *
     * @throws Conflict when the source means somebody who has a record, or somebody else was first
     */
    public PersonId register(Scope scope, StagedFileId id, UnitId unit) {
        requireWriter(scope);
        var row = waiting(staged.find(scope, id), StagedState.IDENTITY);
        var asked = unit(row, unit);
        var owner = staged.owner(id);
        var meant = meant(scope, owner);
        if (meant.here() != null || meant.elsewhere()) {
            throw new Conflict("exchange.error.known");
        }
        var task = access.taskScope(TASK, row.centre(), Purpose.IMPORT);
        var command = registration(row, asked.id());
        transaction.executeWithoutResult(_ -> {
            claim(row, command.id(), true, asked, scope);
            people.register(scope, command);
            // Named in the log before anything more is asked about them
            access.show(scope, Set.of(command.id()));
            if (!meant.hidden()) {
                store.remember(owner, command.id());
            }
            var enquiry = episodes.enquire(task, command.id(), enquiry(row, asked));
            access.recordChange(scope, command.id(), AccessAction.IMPORT, RESOURCE, id);
            finishWithoutClinicalPart(scope, row, command.id(), true, enquiry);
        });
        return command.id();
    }

    /**
     * Takes over the identity as somebody who has a record: nothing of theirs is changed, but that the source means
     * them is remembered, and an enquiry is opened where they are in no care.
     *
     * @param grant to write in the administrative section of their record
     * @param scope of the same reader
     * @throws Conflict when birth date or name speak against it, when the source means somebody else, or when somebody
     *     else was first
     */
    public void attach(Grant grant, Scope scope, StagedFileId id, UnitId unit) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        requireWriter(scope);
        var row = waiting(staged.find(scope, id), StagedState.IDENTITY);
        var asked = unit(row, unit);
        var person = grant.person();
        if (SamePerson.contradicts(people.details(grant).name(), subject(row).identity())) {
            throw new Conflict("exchange.error.another-person");
        }
        var owner = staged.owner(id);
        var meant = meant(scope, owner);
        if (meant.elsewhere()
                || (meant.here() != null
                        && !grant.people().contains(meant.here().person()))) {
            throw new Conflict("exchange.error.known-otherwise");
        }
        var live = episodes.isLive(scope, person, row.centre());
        transaction.executeWithoutResult(_ -> {
            claim(row, person, false, asked, scope);
            PersonFacts.owner(owner).ifPresent(identifier -> people.addIdentifier(grant, identifier));
            if (!meant.hidden() && store.personOf(owner).isEmpty()) {
                store.remember(owner, person);
            }
            var enquiry = live ? null : episodes.enquire(grant, enquiry(row, asked));
            access.recordChange(grant, person, AccessAction.IMPORT, RESOURCE, id);
            finishWithoutClinicalPart(scope, row, person, false, enquiry);
        });
    }

    /** Puts a file aside of which nothing was taken over; its content is removed. */
    public void discard(Scope scope, StagedFileId id) {
        requireWriter(scope);
        var row = waiting(staged.find(scope, id), StagedState.IDENTITY);
        transaction.executeWithoutResult(_ -> {
            settle(row, StagedState.IDENTITY, StagedState.DISCARDED, null, scope);
            access.recordAct(scope, AccessAction.CHANGE, RESOURCE, id);
        });
    }

    /**
     * What the entries say, as the record would hold them.
     *
     * @param grant for the medical section, whose reader sees all of it and works in the centre of the file
     */
    public ClinicalPreview preview(Grant grant, StagedFileId id) {
        access.require(grant, Section.MEDICAL, Right.READ);
        if (grant.level(Section.MEDICAL) != Level.READ) {
            throw access.refuse(grant, grant.person(), RESOURCE, id);
        }
        var row = clinical(grant, id);
        var referral = read(row);
        return ClinicalLines.of(part(row, referral, new Account(referral), clock.instant(), Set.of()));
    }

    /**
     * Takes over the clinical part. All of it or nothing; what the record holds already stays as it is.
     *
     * @param medical to write in the medical section
     * @param risk to write in the risk section of the same record
     * @throws Conflict when somebody else decided first
     */
    public ReferralResult accept(Grant medical, Grant risk, StagedFileId id) {
        access.require(medical, Section.MEDICAL, Right.WRITE);
        access.require(risk, Section.RISK, Right.WRITE);
        if (!risk.person().equals(medical.person())) {
            throw access.refuse(risk, medical.person(), RESOURCE, id);
        }
        var row = clinical(medical, id);
        var unit = unit(row, row.unit());
        var referral = read(row);
        var person = medical.person();
        return transaction.execute(_ -> {
            settle(row, StagedState.CLINICAL, StagedState.TAKEN, null, medical);
            var now = clock.instant();
            var account = new Account(referral);
            account.stored("Patient", row.registered() ? new ImportCount(1, 0) : new ImportCount(0, 1));
            var part = part(row, referral, account, now, store.items(person));
            var items = storing.store(medical, risk, person, unit, row.source(), now, part, account);
            var result = ReferralId.create();
            insert(result, person, row, now, account.types(), account.parts(), null, items);
            access.recordChange(medical, person, AccessAction.IMPORT, "referral", result);
            return new ReferralResult(person, result, account.types(), account.parts());
        });
    }

    /**
     * Refuses the clinical part; its content is removed, the person stays registered.
     *
     * @param grant to write in the medical section
     * @param reason one line of at most 200 characters, read by whoever put the file in
     */
    public void decline(Grant grant, StagedFileId id, String reason) {
        access.require(grant, Section.MEDICAL, Right.WRITE);
        var line = FreeText.requireLine("reason", reason, FreeText.LINE);
        var row = clinical(grant, id);
        transaction.executeWithoutResult(_ -> {
            settle(row, StagedState.CLINICAL, StagedState.DECLINED, line, grant);
            access.recordChange(grant, grant.person(), AccessAction.CHANGE, RESOURCE, id);
        });
    }

    private StagedFile expected(Scope scope, CentreId centre, String name, ReadingTurn.ReadFile read) {
        var referral = read.referral();
        var account = new Account(referral);
        account.stored("Patient", new ImportCount(1, 0));
        var command = new PersonFacts(account).register(referral.person(), centre, null);
        // Refused now, where the file is, and not when the identity is taken over
        people.duplicates(scope, command);
        var now = clock.instant();
        var source = SourceName.system(referral.person().source());
        new ClinicalPart(referral, account, words(centre), source, now, Set.of()).expect();
        return new StagedFile(
                StagedFileId.create(),
                centre,
                name,
                read.json().length,
                StagedState.IDENTITY,
                source,
                now,
                now.plus(limits.keep()),
                new StagedPerson(
                        command.identity(),
                        command.contacts(),
                        command.identifiers(),
                        referral.person().deceased()),
                null,
                null,
                false,
                null,
                null,
                account.types(),
                account.parts());
    }

    private IncomingReferral read(StagedFile row) {
        return turn.read(row.file().replaceFirst("(?i)\\.gz$", ""), staged.content(row.id()))
                .referral();
    }

    private ClinicalPart part(
            StagedFile row, IncomingReferral referral, Account account, Instant now, Set<String> known) {
        return new ClinicalPart(referral, account, words(row.centre()), row.source(), now, known);
    }

    /** The file whose clinical part is to be decided, of the person and a centre of the reader's own. */
    private StagedFile clinical(Grant grant, StagedFileId id) {
        var row = staged.find(grant.actor().centres(), id)
                .filter(one -> one.person() != null && grant.people().contains(one.person()))
                .filter(one -> one.unit() == null || !grant.lockedUnits().contains(one.unit()))
                .orElseThrow(NotFound::new);
        return waiting(row, StagedState.CLINICAL);
    }

    private void claim(StagedFile row, PersonId person, boolean registered, Unit unit, Scope scope) {
        if (!staged.identify(
                row.id(), person, registered, unit.id(), scope.actor().id())) {
            throw decided();
        }
    }

    private void settle(
            StagedFile row,
            StagedState from,
            StagedState to,
            @Nullable String reason,
            org.relais.access.Authority authority) {
        if (!staged.settle(row.id(), from, to, reason, authority.actor().id())) {
            throw decided();
        }
    }

    // A file that holds nothing but the person needs nobody else
    private void finishWithoutClinicalPart(
            Scope scope, StagedFile row, PersonId person, boolean registered, @Nullable EpisodeId enquiry) {
        if (row.clinical()) {
            return;
        }
        settle(row, StagedState.CLINICAL, StagedState.TAKEN, null, scope);
        var types = row.types().stream()
                .map(type -> type.type().equals("Patient") && !registered
                        ? new TypeResult(type.type(), type.inFile(), 0, type.imported(), type.reasons())
                        : type)
                .toList();
        insert(ReferralId.create(), person, row, clock.instant(), types, row.parts(), enquiry, Map.of());
    }

    private void insert(
            ReferralId id,
            PersonId person,
            StagedFile row,
            Instant now,
            List<TypeResult> types,
            List<PartResult> parts,
            @Nullable EpisodeId enquiry,
            Map<ReferralItemId, String> items) {
        store.insert(
                new ReferralRow(id, person, null, row.centre(), row.file(), row.source(), now, types, parts),
                enquiry,
                items);
    }

    private OpenEnquiry enquiry(StagedFile row, Unit unit) {
        var words = words(row.centre());
        var note = words.text("exchange.stored.enquiry", row.file(), row.source());
        var whole = note.codePointCount(0, note.length()) <= FreeText.LINE
                ? note
                : words.text(
                        "exchange.stored.enquiry",
                        row.source(),
                        ClinicalPart.dated(words, row.source(), clock.instant()));
        return new OpenEnquiry(unit.id(), whole, null);
    }

    /** Whom the source means by its own number, as far as the reader may know. */
    private Meant meant(Scope scope, SourceKey owner) {
        var brought = store.personOf(owner);
        if (brought.isPresent() && scope.hidden().contains(brought.get())) {
            return new Meant(null, false, true);
        }
        if (brought.isPresent()) {
            var name = people.names(scope, List.of(brought.get())).get(brought.get());
            return new Meant(name, name == null, false);
        }
        var identified = PersonFacts.owner(owner).flatMap(identifier -> people.withIdentifier(scope, identifier));
        var name = identified.map(person -> people.names(scope, List.of(person)).get(person));
        return new Meant(name.orElse(null), false, false);
    }

    private @Nullable ElsewhereHint hint(Scope scope, StagedPerson subject) {
        var identity = subject.identity();
        if (identity.familyName() == null || identity.birthDate() == null) {
            return null;
        }
        return people.elsewhere(scope, ElsewhereQuestion.named(identity.familyName(), identity.birthDate()))
                .orElse(null);
    }

    private StagedFile named(Scope scope, StagedFile row) {
        return row.person() == null ? row : row.named(names(scope, List.of(row)).get(row.person()));
    }

    private Map<PersonId, PersonName> names(Scope scope, List<StagedFile> rows) {
        var known = new ArrayList<PersonId>();
        rows.stream()
                .map(StagedFile::person)
                .flatMap(person -> Optional.ofNullable(person).stream())
                .distinct()
                .forEach(known::add);
        return people.names(scope, known);
    }

    private Unit unit(StagedFile row, @Nullable UnitId unit) {
        if (unit == null) {
            throw new InvalidInput("unit", "shared.error.required");
        }
        return centres.unit(unit)
                .filter(one -> one.centre().equals(row.centre()))
                .orElseThrow(() -> new InvalidInput("unit", "shared.error.required"));
    }

    private HouseWords words(CentreId centre) {
        return HouseWords.ofCountry(centres.centre(centre).countryProfile());
    }

    private void requireWriter(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requireWriter(scope);
    }

    private static RegisterPerson registration(StagedFile row, @Nullable UnitId unit) {
        var subject = subject(row);
        return new RegisterPerson(
                PersonId.create(),
                row.centre(),
                unit,
                subject.identity(),
                subject.contacts(),
                subject.identifiers(),
                List.of());
    }

    private static StagedPerson subject(StagedFile row) {
        var subject = row.subject();
        if (subject == null) {
            throw decided();
        }
        return subject;
    }

    private static StagedMatch match(PersonName name, Reason reason, StagedPerson subject) {
        return new StagedMatch(name, reason, SamePerson.contradicts(name, subject.identity()));
    }

    private static StagedFile waiting(StagedFile row, StagedState state) {
        if (row.state() != state) {
            throw decided();
        }
        return row;
    }

    private static Conflict decided() {
        return new Conflict("exchange.error.decided");
    }

    private static boolean visible(Scope scope, StagedFile row) {
        return row.person() == null || !scope.hidden().contains(row.person());
    }

    private static void own(Scope scope, CentreId centre) {
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
    }

    private static String hash(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whom the source means: somebody here, somebody elsewhere, somebody hidden from the reader, or nobody known. */
    private record Meant(@Nullable PersonName here, boolean elsewhere, boolean hidden) {}
}
