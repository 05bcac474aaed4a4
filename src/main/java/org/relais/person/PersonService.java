package org.relais.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.audit.AccessAction;
import org.relais.shared.AlertId;
import org.relais.shared.CentreId;
import org.relais.shared.ContactId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.Slice;
import org.relais.shared.UnitId;

/**
 * Who the people are: registering, naming, finding. Lists and searches name only people known in the centres of the
 * scope, and log whom they name before they answer. Refusals of typed values are {@link InvalidInput} at the property
 * of the command.
 */
@Service
public class PersonService {
    /** The most answers of one search. */
    public static final int MOST_HITS = 50;

    private final PersonRegister register;
    private final PersonHeads heads;
    private final PersonFinder finder;
    private final PersonLists lists;
    private final Duplicates duplicates;
    private final AlertBook alerts;
    private final ContactBook contacts;
    private final RelativeBook relatives;
    private final PersonDetailsReader details;
    private final AccessService access;
    private final CareRelations relations;
    private final SharingConsents consents;
    private final Clock clock;

    PersonService(
            PersonRegister register,
            PersonHeads heads,
            PersonFinder finder,
            PersonLists lists,
            Duplicates duplicates,
            AlertBook alerts,
            ContactBook contacts,
            RelativeBook relatives,
            PersonDetailsReader details,
            AccessService access,
            CareRelations relations,
            SharingConsents consents,
            Clock clock) {
        this.register = register;
        this.heads = heads;
        this.finder = finder;
        this.lists = lists;
        this.duplicates = duplicates;
        this.alerts = alerts;
        this.contacts = contacts;
        this.relatives = relatives;
        this.details = details;
        this.access = access;
        this.relations = relations;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Registers a person; the registrar and the unit take part in the care from now on. The relations have the person
     * as their source.
     */
    @Transactional
    public PersonId register(Scope scope, RegisterPerson command) {
        access.require(scope, Section.ADMINISTRATIVE);
        requireOwn(scope, command);
        var author = scope.actor().id();
        var identity = checked(scope, command.identity());
        command.identifiers().forEach(PersonService::requireIdentifier);
        var person = command.id();
        if (!register.add(person, identity, command.centre())) {
            return person;
        }
        relations.register(scope, person);
        if (command.unit() != null) {
            relations.beginForUnit(scope, person, RelationKind.REGISTRATION, command.centre(), command.unit(), person);
        }
        if (!scope.actor().isTask()) {
            relations.beginForStaff(scope, person, RelationKind.REGISTRATION, command.centre(), author, person);
        }
        command.contacts().forEach(contact -> contacts.add(person, contact, author));
        command.identifiers().forEach(identifier -> register.addIdentifier(person, identifier, author));
        command.alerts().forEach(alert -> alerts.add(person, alert, author));
        access.recordChange(scope, person, AccessAction.CREATE, "person", person);
        return person;
    }

    /** @param grant to write in the administrative section */
    @Transactional
    public void attachIdentity(Grant grant, AttachIdentity command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var identity = checked(grant, command.identity());
        register.replaceIdentity(grant.person(), identity, command.expectedVersion());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "identity", identity.id());
    }

    /**
     * The head of the record, in one statement.
     *
     * @param grant for the record
     */
    public PersonHead head(Grant grant) {
        access.requireRecord(grant);
        return heads.read(grant);
    }

    /**
     * What instruments and limits ask about the person, in one statement.
     *
     * @param grant to read or write the medical section
     */
    public LifeStage lifeStage(Grant grant) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return heads.lifeStage(grant);
    }

    /**
     * As {@link #lifeStage} of several people, for what is counted; the pregnancy is left out. One statement.
     *
     * @param task a named background task
     */
    @Transactional(readOnly = true)
    public Map<PersonId, LifeStage> lifeStages(Scope task, Collection<PersonId> people) {
        access.requireTask(task);
        return heads.lifeStages(people);
    }

    /**
     * What the person does not tolerate, as it was written: for whoever orders or gives drugs. Open in spite of a lock.
     *
     * @param grant to read or write the medical section
     */
    public List<Alert> allergies(Grant grant) {
        access.require(grant, Section.MEDICAL, Right.READ);
        return alerts.of(grant.people(), Level.READ).stream()
                .filter(alert -> alert.kind() == AlertKind.ALLERGY)
                .toList();
    }

    /**
     * Identity with its history, identifiers, contacts and relatives.
     *
     * @param grant to read or write the administrative section, in full
     */
    public PersonDetails details(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        return details.read(grant);
    }

    /**
     * Names of people known in the centres of the scope, or for whom the actor was given something beyond them, by id;
     * others are missing from the answer. Who is asked for is logged before it is read.
     */
    public Map<PersonId, PersonName> names(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        var askedFor = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        access.show(scope, askedFor);
        return lists.named(scope, askedFor).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    /**
     * As {@link #names}, and of other centres' people those who agreed that one of the scope's centres reads who they
     * are. The rest of them is left out, and not logged as shown.
     *
     * @param own of the scope's centres
     * @param others of other centres
     */
    public Map<PersonId, PersonName> knownNames(Scope scope, Collection<PersonId> own, Collection<PersonId> others) {
        access.require(scope, Section.ADMINISTRATIVE);
        var agreed = consents.agreed(scope, others);
        var asked = Stream.concat(own.stream(), agreed.stream())
                .filter(person -> !scope.hidden().contains(person))
                .collect(Collectors.toUnmodifiableSet());
        access.show(scope, asked);
        var beyond = new HashSet<>(scope.beyond());
        beyond.addAll(agreed);
        return lists.named(scope, asked, beyond).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    /**
     * Finds people by a part of a name or alias, file number, birth date or year, in any order, accents and one typing
     * error forgiven; {@code castelane 84}, {@code RL-20418}, {@code 14.03.1984}. Best first: exact, then beginnings,
     * then misspelt.
     *
     * @param text at most 100 characters; blank finds nobody
     * @param limit at most {@link #MOST_HITS}
     */
    public Slice<PersonHit> search(Scope scope, @Nullable String text, int limit) {
        access.require(scope, Section.ADMINISTRATIVE);
        return found(scope, scope.centres(), text, limit).map(Found::hit);
    }

    /**
     * People of one's centres by name, or the answers to the filter's text on one page.
     *
     * @param after the cursor of the last row of the page before, null for the first page
     */
    public Slice<PersonRow> list(Scope scope, PersonFilter filter, @Nullable PersonCursor after, int size) {
        access.require(scope, Section.ADMINISTRATIVE);
        var centres = filter.centre() == null ? scope.centres() : own(scope, filter.centre());
        if (filter.text() != null && !filter.text().isBlank()) {
            var answers = found(scope, centres, filter.text(), Math.min(size, MOST_HITS));
            return new Slice<>(
                    answers.rows().stream().map(person -> person.row(null)).toList(), false);
        }
        var page = Slice.of(lists.page(scope, centres, after, size), size);
        shown(scope, page.rows());
        return page.map(person -> person.row(new PersonCursor(person.sortName(), person.person())));
    }

    /** Who in the registrar's centres may be the same person; a warning, never a refusal. */
    public List<PossibleDuplicate> duplicates(Scope scope, RegisterPerson command) {
        access.require(scope, Section.ADMINISTRATIVE);
        var possible = duplicates.of(scope, command, checked(scope, command.identity()));
        access.show(
                scope,
                possible.stream().map(duplicate -> duplicate.name().person()).toList());
        return possible;
    }

    /** Whether one record exists at another centre, by the exact question only; never a list, and logged. */
    public Optional<ElsewhereHint> elsewhere(Scope scope, ElsewhereQuestion question) {
        access.require(scope, Section.ADMINISTRATIVE);
        var found = lists.elsewhere(scope, question);
        found.ifPresent(person -> access.show(scope, Set.of(person.person())));
        return found.map(person ->
                new ElsewhereHint(person.person(), person.centres().iterator().next()));
    }

    /** Who is called this by another register, in the centres of the scope: how an import knows whom it has brought. */
    public Optional<PersonId> withIdentifier(Scope scope, Identifier identifier) {
        access.require(scope, Section.ADMINISTRATIVE);
        return shown(scope, lists.identified(scope, identifier)).stream()
                .findFirst()
                .map(Found::person);
    }

    /** Makes the person known, and found, at a further centre; in the transaction that begins the care there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void followedAt(Authority authority, PersonId person, CentreId centre) {
        access.require(authority, person, Section.ADMINISTRATIVE);
        register.follow(person, centre);
        access.recordChange(authority, person, AccessAction.CHANGE, "person-centre", centre);
    }

    /**
     * The alerts in force, most urgent first.
     *
     * @param grant for the risk section; a summary knows kind and severity only
     */
    public List<Alert> alerts(Grant grant) {
        access.require(grant, Section.RISK, Right.READ);
        return alerts.of(grant.people(), grant.level(Section.RISK));
    }

    /**
     * The alerts in force of people in the care of a unit, most urgent first; people without one are missing. One SQL.
     *
     * @param scope over the risk section, whose reader sees all of it and works in the unit; the people are those of a
     *     page already shown
     * @throws NotFound for whoever does not work in the unit
     */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Alert>> alerts(Scope scope, CentreId centre, UnitId unit, Collection<PersonId> people) {
        access.requireFull(scope, Section.RISK);
        if (!scope.actor().worksIn(centre, unit)) {
            throw new NotFound();
        }
        var asked = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        return asked.isEmpty() ? Map.of() : alerts.of(asked, centre);
    }

    /**
     * Of which kinds several people have alerts in force, most urgent first; people without one are missing. What an
     * alert says is for who opens the record. One SQL, however many.
     *
     * @param scope over the risk section, of a reader who sees its summary at least; the people are those of a page
     *     already shown
     */
    public Map<PersonId, List<AlertFlag>> flags(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.RISK);
        if (!scope.level().atLeast(Level.SUMMARY)) {
            return Map.of();
        }
        return alerts.flags(
                scope,
                people.stream()
                        .filter(person -> !scope.hidden().contains(person))
                        .toList());
    }

    /** @param grant to write in the risk section */
    @Transactional
    public AlertId addAlert(Grant grant, AddAlert command) {
        access.require(grant, Section.RISK, Right.WRITE);
        var id = alerts.add(grant.person(), command, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "alert", id);
        return id;
    }

    /**
     * As {@link #addAlert(Grant, AddAlert)}, for a named background task such as an import. Nobody warns of somebody
     * this way: for a member of staff it answers as if there were no such person.
     */
    @Transactional
    public AlertId addAlert(Scope scope, PersonId person, AddAlert command) {
        access.requireTask(scope);
        var id = alerts.add(person, command, scope.actor().id());
        access.recordChange(scope, person, AccessAction.CREATE, "alert", id);
        return id;
    }

    /**
     * Ends an alert, which stays in the history.
     *
     * @param grant to write in the risk section
     * @throws org.relais.shared.Conflict when it has ended already
     */
    @Transactional
    public void endAlert(Grant grant, AlertId alert, String reason) {
        access.require(grant, Section.RISK, Right.WRITE);
        alerts.end(grant.people(), alert, reason, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "alert", alert);
    }

    /**
     * The people close to the person with what each may be told, for whoever talks with them.
     *
     * @param grant to read or write the social section; a summary tells no telephone number
     */
    public List<Relative> relatives(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var all = relatives.of(grant.people());
        return grant.level(Section.SOCIAL) == Level.READ
                ? all
                : all.stream().map(Relative::withoutTelephone).toList();
    }

    /** @param grant to write in the administrative section */
    @Transactional
    public RelativeId addRelative(Grant grant, RelativeDetails command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var id = relatives.add(grant.person(), command, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "relative", id);
        return id;
    }

    /**
     * Writes a new version of a relative and of what they may be told.
     *
     * @throws org.relais.shared.StaleVersion when it is no longer at that version
     */
    @Transactional
    public void changeRelative(Grant grant, RelativeId relative, RelativeDetails command, int expectedVersion) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        relatives.change(
                grant.people(),
                relative,
                command,
                expectedVersion,
                grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "relative", relative);
    }

    /** Takes a relative off the head of the record; the versions stay. */
    @Transactional
    public void endRelative(Grant grant, RelativeId relative, int expectedVersion) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        relatives.end(grant.people(), relative, expectedVersion, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "relative", relative);
    }

    /** @param grant to write in the administrative section */
    @Transactional
    public ContactId addContact(Grant grant, AddContact command) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var id = contacts.add(grant.person(), command, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "contact", id);
        return id;
    }

    /** Says that the person can no longer be reached like this. */
    @Transactional
    public void endContact(Grant grant, ContactId contact) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        contacts.end(grant.people(), contact, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "contact", contact);
    }

    /** Notes what another register calls the person. Nothing happens when it is known. */
    @Transactional
    public void addIdentifier(Grant grant, Identifier identifier) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        requireIdentifier(identifier);
        register.addIdentifier(grant.person(), identifier, grant.actor().id());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "identifier", grant.person());
    }

    private Slice<Found> found(Scope scope, Collection<CentreId> centres, @Nullable String text, int limit) {
        var most = Math.min(limit, MOST_HITS);
        var page = Slice.of(finder.find(scope, centres, SearchText.parse(text), most), most);
        shown(scope, page.rows());
        return page;
    }

    private List<Found> shown(Scope scope, List<Found> people) {
        access.show(scope, people.stream().map(Found::person).toList());
        return people;
    }

    private IdentityRow checked(Authority authority, Identity typed) {
        var now = clock.instant();
        return IdentityRow.checked(
                typed,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                authority.actor().id());
    }

    private void requireOwn(Scope scope, RegisterPerson command) {
        access.requireWriter(scope);
        own(scope, command.centre());
        if (!scope.actor().isTask()) {
            if (!command.alerts().isEmpty() && !access.roleWrites(Section.RISK)) {
                throw new InvalidInput("alerts", "person.error.role");
            }
        }
    }

    private static Set<CentreId> own(Scope scope, CentreId centre) {
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        return Set.of(centre);
    }

    private static void requireIdentifier(Identifier identifier) {
        FreeText.requireLine("system", identifier.system(), 120);
        FreeText.requireLine("value", identifier.value(), 120);
    }
}
