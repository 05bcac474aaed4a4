package org.relais.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.audit.AccessAction;
import org.relais.audit.AccessEvent;
import org.relais.audit.AccessLog;
import org.relais.audit.LegalBasis;
import org.relais.centre.Centres;
import org.relais.centre.WorkingDays;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EmergencyId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/**
 * Opens one record for a short time when a life is at stake (PRI-06): beyond a care relation, a consent between centres
 * and the person's locks, never process notes, anonymous contacts or a protected person. Whoever follows the person
 * learns of it at once, and a coordinator reviews it.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class EmergencyAccess {

    private static final int MOST_EXPLANATION = 1_000;

    /** Whoever wrote in the record within this time is told. */
    private static final Duration LATELY = Duration.ofDays(90);

    private final CurrentStaff current;
    private final RuleInForce<EmergencyRule> rule;
    private final FactRows facts;
    private final PersonVersions versions;
    private final CareRelations relations;
    private final NoticeRows notices;
    private final ObjectProvider<RecordAuthors> authors;
    private final StaffDirectory directory;
    private final Centres centres;
    private final WorkingDays workingDays;
    private final AccessLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmergencyAccess(
            CurrentStaff current,
            RuleInForce<EmergencyRule> rule,
            FactRows facts,
            PersonVersions versions,
            CareRelations relations,
            NoticeRows notices,
            ObjectProvider<RecordAuthors> authors,
            StaffDirectory directory,
            Centres centres,
            WorkingDays workingDays,
            AccessLog log,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.current = current;
        this.rule = rule;
        this.facts = facts;
        this.versions = versions;
        this.relations = relations;
        this.notices = notices;
        this.authors = authors;
        this.directory = directory;
        this.centres = centres;
        this.workingDays = workingDays;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The rule in force. */
    public EmergencyRule rule() {
        return rule.now();
    }

    /** Whether the acting role may use it at all, for offering it. */
    public boolean offered() {
        return current.find()
                .filter(member -> rule.now().roles().contains(member.role()))
                .isPresent();
    }

    /**
     * Opens the record, from now on and until the asked time is over. The same command again answers with the same id.
     *
     * @throws InvalidInput at {@code explanation}, {@code minutes} or {@code reason}; nothing is opened
     * @throws AccessDenied when the role may not, when there is no such person, or when the person is protected; all
     *     three are logged
     */
    public EmergencyId begin(BeginEmergency command) {
        var actor = current.require();
        var inForce = rule.now();
        if (!inForce.roles().contains(actor.role())) {
            log.append(event(actor, command.person(), "role", false));
            throw AccessDenied.section();
        }
        var reason = requireReason(command, inForce);
        var explanation = checked(command, inForce);
        var known = facts.read(actor, command.person());
        log.append(event(actor, command.person(), "emergency", known.known()).because(reason.name()));
        if (!known.known()) {
            throw AccessDenied.noRecord();
        }
        transaction.executeWithoutResult(_ -> {
            if (insert(actor, known.head(), command, reason, explanation, inForce)) {
                versions.changed(known.head());
                tell(actor, known, command.id());
            }
        });
        return command.id();
    }

    /** The emergency accesses of the acting member of staff that have not ended, the first to end at the top. */
    public List<OpenEmergency> mine() {
        return jdbc.sql("""
                        SELECT id, person_id, begins_at, ends_at FROM access_emergency
                        WHERE staff_id = ? AND ends_at > ? ORDER BY ends_at, id""")
                .param(current.require().id().value())
                .param(Utc.column(clock.instant()))
                .query((row, number) -> new OpenEmergency(
                        new EmergencyId(Utc.uuid(row, "id")),
                        new PersonId(Utc.uuid(row, "person_id")),
                        Utc.instant(row, "begins_at"),
                        Utc.instant(row, "ends_at")))
                .list();
    }

    /** Closes one's own emergency access before its time. Nothing happens when it has ended or is somebody else's. */
    public void close(EmergencyId emergency) {
        var staff = current.require().id();
        mine().stream()
                .filter(open -> open.id().equals(emergency))
                .findFirst()
                .ifPresent(open -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("UPDATE access_emergency SET ends_at = :now WHERE id = :id AND staff_id = :staff")
                            .param("now", Utc.column(clock.instant()))
                            .param("id", emergency.value())
                            .param("staff", staff.value())
                            .update();
                    versions.changed(open.person());
                }));
    }

    private static EmergencyReason requireReason(BeginEmergency command, EmergencyRule rule) {
        var reason = command.reason();
        if (reason == null || !rule.reasons().contains(reason)) {
            throw new InvalidInput("reason", "access.emergency.error.reason");
        }
        return reason;
    }

    private static String checked(BeginEmergency command, EmergencyRule rule) {
        if (!rule.minutes().contains(command.minutes())) {
            throw new InvalidInput("minutes", "access.emergency.error.minutes");
        }
        var explanation = FreeText.optional("explanation", command.explanation(), MOST_EXPLANATION);
        if (explanation == null || length(explanation) < rule.leastExplanation()) {
            throw new InvalidInput("explanation", "access.emergency.error.explanation", rule.leastExplanation());
        }
        return explanation;
    }

    // Blanks in a row say nothing
    private static int length(String explanation) {
        var said = explanation.replaceAll("\\s+", " ");
        return said.codePointCount(0, said.length());
    }

    private boolean insert(
            StaffMember actor,
            PersonId person,
            BeginEmergency command,
            EmergencyReason reason,
            String explanation,
            EmergencyRule rule) {
        var now = clock.instant();
        var centre = reviewingCentre(actor, person);
        var written = jdbc.sql("""
                        INSERT IGNORE INTO access_emergency
                            (id, person_id, staff_id, role, centre_id, reason, explanation, begins_at, ends_at,
                             review_due_on)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(command.id().value())
                .param(person.value())
                .param(actor.id().value())
                .param(actor.role().name())
                .param(centre.value())
                .param(reason.name())
                .param(explanation)
                .param(Utc.column(now))
                .param(Utc.column(now.plus(Duration.ofMinutes(command.minutes()))))
                .param(workingDays.after(centres.centre(centre), now, rule.reviewWorkingDays()))
                .update();
        if (written == 0 && !begunBy(actor, person, command.id())) {
            throw new Conflict("access.emergency.error.again");
        }
        return written == 1;
    }

    private boolean begunBy(StaffMember actor, PersonId person, EmergencyId id) {
        return jdbc.sql("SELECT COUNT(*) FROM access_emergency WHERE id = ? AND staff_id = ? AND person_id = ?")
                        .param(id.value())
                        .param(actor.id().value())
                        .param(person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    // Where the person is cared for now, else where they were last; where the one who opens works when nowhere
    private CentreId reviewingCentre(StaffMember actor, PersonId person) {
        return relations
                .centreOf(person)
                .or(() -> actor.centres().stream().findFirst())
                .orElseThrow(AccessDenied::noRecord);
    }

    private void tell(StaffMember actor, Facts known, EmergencyId emergency) {
        var told = new HashSet<StaffId>(relations.keyWorkers(known.people()));
        Instant lately = clock.instant().minus(LATELY);
        authors.orderedStream().forEach(room -> told.addAll(room.since(Set.copyOf(known.people()), lately)));
        var centre = reviewingCentre(actor, known.head());
        directory.byCentre().getOrDefault(centre, List.of()).stream()
                .filter(card -> card.role() == Role.COORDINATOR)
                .map(StaffCard::id)
                .forEach(told::add);
        told.remove(actor.id());
        told.forEach(staff -> notices.insert(actor.id(), known.head(), staff, NoticeKind.EMERGENCY_BEGUN, emergency));
    }

    private static AccessEvent event(StaffMember actor, PersonId person, String basis, boolean allowed) {
        return new AccessEvent(
                        actor.id(),
                        actor.role().name(),
                        actor.centres().size() == 1 ? actor.centres().iterator().next() : null,
                        AccessAction.EMERGENCY,
                        person,
                        Section.RECORD.name(),
                        null,
                        null,
                        Purpose.CARE.name(),
                        basis,
                        allowed,
                        null,
                        List.of())
                .under(LegalBasis.VITAL_INTEREST);
    }
}
