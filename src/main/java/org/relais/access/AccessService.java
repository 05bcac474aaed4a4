package org.relais.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.relais.audit.AccessAction;
import org.relais.audit.AccessEvent;
import org.relais.audit.AccessLog;
import org.relais.audit.LegalBasis;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffMember;

/**
 * The one door. Issues grants and scopes after deciding and logging, and checks them again at every use.
 *
 * <p>Every method throws {@link AccessDenied} on refusal, after the refusal is logged, and {@link
 * org.relais.audit.AccessLogUnavailable} when the log cannot be written: nothing is shown then.
 */
@Component
public class AccessService {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final CurrentStaff current;
    private final Policy policy;
    private final Decisions decisions;
    private final FactRows facts;
    private final AccessLog log;
    private final QueryHash hash;
    private final Clock clock;
    private final List<ChangeObserver> observers;

    AccessService(
            CurrentStaff current,
            Policy policy,
            Decisions decisions,
            FactRows facts,
            AccessLog log,
            QueryHash hash,
            Clock clock,
            List<ChangeObserver> observers) {
        this.current = current;
        this.policy = policy;
        this.decisions = decisions;
        this.facts = facts;
        this.log = log;
        this.hash = hash;
        this.clock = clock;
        this.observers = List.copyOf(observers);
    }

    /** A grant for one section. It must be asked for before a transaction begins. */
    public Grant grant(PersonId person, Section section, Right right, Purpose purpose) {
        refuseWithinTransaction();
        var actor = current.require();
        var question = new Question(person, section, right, purpose);
        var decision = decisions.decide(actor, question);
        log.append(event(actor, question, decision));
        if (!decision.allowed()) {
            throw policy.everOpens(actor.role(), section, right) ? AccessDenied.noRecord() : AccessDenied.section();
        }
        return new Grant(actor, question, decision, end(decision));
    }

    // Five minutes, and no longer than what it rests on
    private Instant end(Decision decision) {
        var end = clock.instant().plus(LIFE);
        return decision.endsAt() != null && decision.endsAt().isBefore(end) ? decision.endsAt() : end;
    }

    /** A grant to read for care: what most screens ask. */
    public Grant grant(PersonId person, Section section) {
        return grant(person, section, Right.READ, Purpose.CARE);
    }

    /**
     * As {@link #grant}, empty when the role never opens the section: for offering what a role has, without a row in
     * the log for what it has not.
     */
    public Optional<Grant> grantIfRoleOpens(PersonId person, Section section) {
        return policy.everOpens(current.require().role(), section, Right.READ)
                ? Optional.of(grant(person, section))
                : Optional.empty();
    }

    /** The same grant while it still stands; otherwise a new one for the same, decided and logged again. */
    public Grant fresh(Grant grant) {
        return stands(grant, Duration.ofSeconds(20))
                ? grant
                : grant(grant.person(), grant.section(), grant.right(), grant.purpose());
    }

    /**
     * Checks a grant at its use: for this section and right, not expired, same actor, nothing changed that it rests
     * on. The first line of every service method that takes a grant.
     *
     * @throws AccessDenied otherwise; {@link #fresh} asks again
     */
    public void require(Grant grant, Section section, Right right) {
        var covers = right == Right.WRITE
                ? grant.right() == Right.WRITE && grant.section() == section
                : grant.level(section).atLeast(Level.SUMMARY);
        if (!covers) {
            throw AccessDenied.beyondGrant();
        }
        if (!stands(grant, Duration.ZERO)) {
            throw AccessDenied.outdated();
        }
    }

    /** As {@link #require} for the frame and the timeline. */
    public void requireRecord(Grant grant) {
        if (grant.section() != Section.RECORD) {
            throw AccessDenied.beyondGrant();
        }
        if (!stands(grant, Duration.ZERO)) {
            throw AccessDenied.outdated();
        }
    }

    /**
     * A scope for a list of people in one's centres.
     *
     * @param query what is asked, as typed; only its keyed hash is logged
     */
    public Scope scope(Section section, Purpose purpose, @Nullable String query) {
        refuseWithinTransaction();
        var actor = current.require();
        var level = policy.level(actor.role(), section);
        var allowed = level.atLeast(Level.COUNT);
        var row = log.append(new AccessEvent(
                        actor.id(),
                        actor.role().name(),
                        centreOf(actor),
                        AccessAction.SEARCH,
                        null,
                        section.name(),
                        null,
                        null,
                        purpose.name(),
                        "role",
                        allowed,
                        query == null ? null : hash.of(query),
                        List.of())
                .under(ground(section, purpose, "role")));
        if (!allowed) {
            throw AccessDenied.section();
        }
        var reach = facts.reach(actor);
        // The log names nobody, and of accesses to a protected person it must tell above all
        var hidden = section == Section.AUDIT_LOG ? Set.<PersonId>of() : reach.hidden();
        return new Scope(actor, section, purpose, level, row, hidden, reach.beyond());
    }

    /**
     * A scope for a named background task of one centre, such as an import from the command line. Logged under the
     * task's name; there is no member of staff behind it.
     */
    public Scope taskScope(String task, CentreId centre, Purpose purpose) {
        return taskScope(task, centre, Section.ADMINISTRATIVE, purpose);
    }

    /** As {@link #taskScope(String, CentreId, Purpose)}, over a section of care. */
    public Scope taskScope(String task, CentreId centre, Section section, Purpose purpose) {
        refuseWithinTransaction();
        var actor = StaffMember.task(task, centre);
        var row = log.append(new AccessEvent(
                        null,
                        actor.name(),
                        centre,
                        AccessAction.SEARCH,
                        null,
                        section.name(),
                        null,
                        null,
                        purpose.name(),
                        "task",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CARE));
        return new Scope(actor, section, purpose, Level.READ, row, Set.of(), Set.of());
    }

    /**
     * A scope for a named background task of the whole house, such as the search for unusual accesses. Logged under the
     * task's name; there is no member of staff behind it, and it shows nobody anything.
     */
    public Scope taskScope(String task, Section section, Purpose purpose) {
        refuseWithinTransaction();
        var actor = StaffMember.task(task);
        var row = log.append(new AccessEvent(
                        null,
                        actor.name(),
                        null,
                        AccessAction.SEARCH,
                        null,
                        section.name(),
                        null,
                        null,
                        purpose.name(),
                        "task",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CONTROL));
        return new Scope(actor, section, purpose, Level.READ, row, Set.of(), Set.of());
    }

    /**
     * A scope for a screen that anybody who passes may read, logged under its name as a background task is. It shows of
     * protected people what staff see who are not named for them.
     */
    public Scope displayScope(String display, CentreId centre, Section section) {
        var task = taskScope(display, centre, section, Purpose.CARE);
        var hidden = facts.reach(task.actor()).hidden();
        return new Scope(task.actor(), section, Purpose.CARE, task.level(), task.query(), hidden, Set.of());
    }

    /** Checks a scope at its use: same section, same actor, rights unchanged. */
    public void require(Scope scope, Section section) {
        if (scope.section() != section) {
            throw AccessDenied.beyondGrant();
        }
        if (scope.actor().isTask()) {
            return;
        }
        var signedIn = current.find();
        if (signedIn.isPresent() && !signedIn.get().id().equals(scope.actor().id())) {
            throw AccessDenied.outdated();
        }
        var now = current.now(scope.actor().id());
        if (now.isEmpty()
                || !now.get().active()
                || now.get().rightsVersion() != scope.actor().rightsVersion()) {
            throw AccessDenied.outdated();
        }
    }

    /**
     * Checks a scope that stands for a named background task: what only an import or the like may do. A member of staff
     * is refused, whatever their role.
     */
    public void requireTask(Scope scope) {
        if (!scope.actor().isTask()) {
            throw AccessDenied.beyondGrant();
        }
    }

    /** As {@link #requireTask(Scope)}, for tasks of one purpose. */
    public void requireTask(Scope scope, Purpose purpose) {
        requireTask(scope);
        if (scope.purpose() != purpose) {
            throw AccessDenied.beyondGrant();
        }
    }

    /** Checks that the role behind the scope may write in its section at all; a task may. */
    public void requireWriter(Scope scope) {
        require(scope, scope.section());
        if (!scope.actor().isTask() && !policy.writable(scope.actor().role(), scope.section())) {
            throw AccessDenied.section();
        }
    }

    /**
     * Checks what stands behind an act of another room in the same transaction: a grant to write in the section for
     * this person, or a scope. That it still stands was checked at the door of that transaction, whose own change may
     * since have counted the person's version up.
     */
    public void require(Authority authority, PersonId person, Section section) {
        if (authority instanceof Grant grant) {
            if (!grant.people().contains(person) || grant.section() != section || grant.right() != Right.WRITE) {
                throw AccessDenied.beyondGrant();
            }
        } else if (authority instanceof Scope scope) {
            require(scope, scope.section());
        }
    }

    /** As {@link #require(Scope, Section)}, for a list that shows more of the section than its summary. */
    public void requireFull(Scope scope, Section section) {
        if (scope.level() != Level.READ) {
            throw AccessDenied.beyondGrant();
        }
        require(scope, section);
    }

    /**
     * Logs the people named on a page, before the page reaches the view. Returns them for chaining.
     *
     * @throws IllegalStateException when a protected person is among them: a query forgot {@link Scope#hidden()}
     */
    public <T extends Collection<PersonId>> T show(Scope scope, T people) {
        if (people.stream().anyMatch(scope.hidden()::contains)) {
            throw new IllegalStateException("A protected person was about to be shown");
        }
        if (!people.isEmpty()) {
            log.append(new AccessEvent(
                            logged(scope.actor()),
                            roleOf(scope.actor()),
                            centreOf(scope.actor()),
                            AccessAction.SHOW,
                            null,
                            scope.section().name(),
                            "query",
                            scope.query(),
                            scope.purpose().name(),
                            "role",
                            true,
                            null,
                            List.copyOf(people))
                    .under(ground(scope.section(), scope.purpose(), "role")));
        }
        return people;
    }

    /**
     * Logs what of the access log somebody is about to read, and commits it.
     *
     * @param person whose accesses are read, when it is one person's
     * @param type what is read, such as {@code access-log}
     * @param resource about which member of staff, when it is about one
     * @param question what is asked, of which only the keyed hash is logged
     */
    public void recordReview(
            Scope scope, @Nullable PersonId person, String type, @Nullable Id resource, @Nullable String question) {
        recordReview(scope, AccessAction.LOG_REVIEW, person, type, resource, question, LegalBasis.CONTROL);
    }

    /** As {@link #recordReview(Scope, PersonId, String, Id, String)}, for what leaves the portal. */
    public void recordExport(
            Scope scope, @Nullable PersonId person, String type, @Nullable Id resource, @Nullable String question) {
        recordReview(scope, AccessAction.EXPORT, person, type, resource, question, LegalBasis.CONTROL);
    }

    /**
     * Logs that somebody reads of the access log, or takes out of the portal, what a person asked for, and commits it.
     *
     * @param person who asked
     * @param type what they are given, such as {@code own-access-report}
     * @param resource their request
     */
    public void recordForPerson(Scope scope, AccessAction action, PersonId person, String type, Id resource) {
        recordReview(scope, action, person, type, resource, null, LegalBasis.PERSON_REQUEST);
    }

    private void recordReview(
            Scope scope,
            AccessAction action,
            @Nullable PersonId person,
            String type,
            @Nullable Id resource,
            @Nullable String question,
            LegalBasis ground) {
        requireFull(scope, Section.AUDIT_LOG);
        log.append(new AccessEvent(
                        logged(scope.actor()),
                        roleOf(scope.actor()),
                        centreOf(scope.actor()),
                        action,
                        person,
                        scope.section().name(),
                        type,
                        resource == null ? null : resource.value(),
                        scope.purpose().name(),
                        "role",
                        true,
                        question == null ? null : hash.of(question),
                        List.of())
                .under(ground));
    }

    /** Writes the log row of a change into the transaction of the change. */
    public void recordChange(Authority authority, PersonId person, AccessAction action, String type, Id resource) {
        var section = authority instanceof Grant grant ? grant.section() : ((Scope) authority).section();
        var purpose = authority instanceof Grant grant ? grant.purpose() : ((Scope) authority).purpose();
        log.appendWithin(new AccessEvent(
                        logged(authority.actor()),
                        roleOf(authority.actor()),
                        centreOf(authority.actor()),
                        action,
                        person,
                        section.name(),
                        type,
                        resource.value(),
                        purpose.name(),
                        "grant",
                        true,
                        null,
                        List.of())
                .at(authority instanceof Grant grant ? grant.ledBy() : null)
                .under(ground(section, purpose, basisOf(authority))));
        observers.forEach(observer -> observer.changed(person));
    }

    /** Writes the log row of an act that is about no person into the transaction of the act. */
    public void recordAct(Scope scope, AccessAction action, String type, Id resource) {
        log.appendWithin(new AccessEvent(
                        logged(scope.actor()),
                        roleOf(scope.actor()),
                        centreOf(scope.actor()),
                        action,
                        null,
                        scope.section().name(),
                        type,
                        resource.value(),
                        scope.purpose().name(),
                        "role",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CONTROL));
    }

    /**
     * Logs that one thing was refused although the pass covers its section: another author's process note, an act for
     * which the pass was not given. The row is committed whatever becomes of the caller's transaction.
     *
     * @return what the caller throws
     */
    public AccessDenied refuse(Authority authority, PersonId person, String type, @Nullable Id resource) {
        return refused(authority, person, type, resource, "not-the-author", AccessDenied.authorOnly());
    }

    private AccessDenied refused(
            Authority authority,
            PersonId person,
            String type,
            @Nullable Id resource,
            String basis,
            AccessDenied refusal) {
        var section = authority instanceof Grant grant ? grant.section() : ((Scope) authority).section();
        var purpose = authority instanceof Grant grant ? grant.purpose() : ((Scope) authority).purpose();
        log.append(new AccessEvent(
                        logged(authority.actor()),
                        roleOf(authority.actor()),
                        centreOf(authority.actor()),
                        AccessAction.VIEW,
                        person,
                        section.name(),
                        type,
                        resource == null ? null : resource.value(),
                        purpose.name(),
                        basis,
                        false,
                        null,
                        List.of())
                .under(ground(section, purpose, basisOf(authority))));
        return refusal;
    }

    /** Whether the acting role may ever read something of the section, for menus and buttons. */
    public boolean roleOpens(Section section) {
        return policy.everOpens(current.require().role(), section, Right.READ);
    }

    /** Whether a role may ever read something of the section: a task there is given to nobody else. */
    public boolean opens(Role role, Section section) {
        return policy.everOpens(role, section, Right.READ);
    }

    /** Whether the acting role may ever write in the section, for menus and buttons. */
    public boolean roleWrites(Section section) {
        return policy.everOpens(current.require().role(), section, Right.WRITE);
    }

    /**
     * Which of these people locked the section, for a list: of what others wrote there, it may say only that it exists.
     */
    public Set<PersonId> lockedBy(Scope scope, Section section, Collection<PersonId> people) {
        return scope.actor().isTask() ? Set.of() : facts.lockedBy(people, section);
    }

    /** Which sections each of these people locked, for a list, as {@link #lockedBy}. */
    public Map<PersonId, Set<Section>> lockedSections(Scope scope, Collection<PersonId> people) {
        return scope.actor().isTask() ? Map.of() : facts.lockedSections(people);
    }

    /** Which of these people locked the section, whoever asks: for a screen that anybody who passes may read. */
    public Set<PersonId> lockedBeforeAll(Scope scope, Section section, Collection<PersonId> people) {
        requireTask(scope);
        return facts.lockedBy(people, section);
    }

    /**
     * The units whose writing these people locked to everybody outside, whoever asks: for what leaves the house.
     *
     * @param scope a named background task
     */
    public Map<PersonId, Set<UnitId>> lockedUnitsBeforeAll(Scope scope, Collection<PersonId> people) {
        requireTask(scope);
        var locked = new HashMap<PersonId, Set<UnitId>>();
        facts.lockedUnits(people).forEach((person, units) -> locked.put(person, Set.copyOf(units.keySet())));
        return locked;
    }

    /**
     * The units whose writing these people locked to the actor, for a list: of what such a unit wrote, it may say only
     * that it exists.
     */
    public Map<PersonId, Set<UnitId>> lockedUnits(Scope scope, Collection<PersonId> people) {
        if (scope.actor().isTask()) {
            return Map.of();
        }
        var locked = new HashMap<PersonId, Set<UnitId>>();
        facts.lockedUnits(people)
                .forEach((person, units) -> units.forEach((unit, centre) -> {
                    if (!scope.actor().worksIn(centre, unit)) {
                        locked.computeIfAbsent(person, _ -> new HashSet<>()).add(unit);
                    }
                }));
        return locked;
    }

    /**
     * Checks that the actor's role holds the named permission, beside the right to write what it is about.
     *
     * @throws AccessDenied otherwise, and the refusal is logged
     */
    public void requirePermission(Grant grant, Permission permission) {
        require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        if (!policy.permits(grant.actor().role(), Section.ADMINISTRATIVE, permission.name())) {
            throw refused(grant, grant.person(), permission.name(), null, "permission", AccessDenied.section());
        }
    }

    /** As {@link #requirePermission(Grant, Permission)}, for a list. */
    public void requirePermission(Scope scope, Permission permission) {
        if (!permits(scope, permission)) {
            throw AccessDenied.section();
        }
    }

    /**
     * Checks that the actor's role does not hold the named permission: for what nobody may see beside what it opens.
     */
    public void requireNoPermission(Scope scope, Permission permission) {
        if (permits(scope, permission)) {
            throw AccessDenied.section();
        }
    }

    private boolean permits(Scope scope, Permission permission) {
        return policy.permits(scope.actor().role(), permission.section(), permission.name());
    }

    /** Whether the acting role holds the named permission, for menus and buttons. */
    public boolean rolePermits(Permission permission) {
        return policy.permits(current.require().role(), permission.section(), permission.name());
    }

    private boolean stands(Grant grant, Duration left) {
        if (!clock.instant().plus(left).isBefore(grant.expiresAt())) {
            return false;
        }
        var signedIn = current.find();
        if (signedIn.isPresent() && !signedIn.get().id().equals(grant.actor().id())) {
            return false;
        }
        var now = signedIn.or(() -> current.now(grant.actor().id()));
        return now.isPresent()
                && now.get().active()
                && now.get().rightsVersion() == grant.actor().rightsVersion()
                && decisions.versionOf(grant.people()) == grant.personVersion();
    }

    private static @Nullable StaffId logged(StaffMember actor) {
        return actor.isTask() ? null : actor.id();
    }

    // Of somebody who works in several, the log cannot tell for which one
    private static @Nullable CentreId centreOf(StaffMember actor) {
        return actor.centres().size() == 1 ? actor.centres().iterator().next() : null;
    }

    private static String roleOf(StaffMember actor) {
        return actor.isTask() ? actor.name() : actor.role().name();
    }

    private static AccessEvent event(StaffMember actor, Question question, Decision decision) {
        return new AccessEvent(
                        actor.id(),
                        actor.role().name(),
                        decision.centres().size() == 1
                                ? decision.centres().iterator().next()
                                : null,
                        AccessAction.VIEW,
                        question.person(),
                        question.section().name(),
                        question.right() == Right.WRITE ? "write" : null,
                        (UUID) null,
                        question.purpose().name(),
                        decision.basis(),
                        decision.allowed(),
                        null,
                        // A record that is one with another is read with it
                        decision.people().stream()
                                .filter(person -> !person.equals(question.person()))
                                .toList())
                .at(personCentre(decision))
                .under(ground(question.section(), question.purpose(), decision.basis()));
    }

    // Where the actor meets the person is where the record is led; an emergency knows only where the actor works
    private static @Nullable CentreId personCentre(Decision decision) {
        return decision.centres().size() == 1 && decision.basis().startsWith("relation")
                ? decision.centres().iterator().next()
                : null;
    }

    private static LegalBasis ground(Section section, Purpose purpose, String basis) {
        if (section == Section.AUDIT_LOG || purpose == Purpose.COORDINATION) {
            return LegalBasis.CONTROL;
        }
        return switch (basis) {
            case "emergency" -> LegalBasis.VITAL_INTEREST;
            case "relation+consent" -> LegalBasis.CONSENT;
            default -> LegalBasis.CARE;
        };
    }

    private static String basisOf(Authority authority) {
        return authority instanceof Grant grant && grant.emergencyUntil().isPresent() ? "emergency" : "role";
    }

    // Inside a transaction the snapshot could be older than the log row, and the row's commit could not be seen first.
    private static void refuseWithinTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A grant or scope is issued before a transaction begins");
        }
    }
}
