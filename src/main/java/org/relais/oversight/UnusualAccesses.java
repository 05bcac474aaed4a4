package org.relais.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.AccessReading;
import org.relais.audit.AccessStreams;
import org.relais.audit.AskedAccess;
import org.relais.audit.ContactQuestion;
import org.relais.audit.LoggedAccess;
import org.relais.person.RecordNumbers;
import org.relais.shared.FindingId;
import org.relais.shared.FreeText;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/**
 * The unusual accesses for whoever audits: counted, listed, looked at, concluded. Ids and closed words; who is meant is
 * told by file number. Every method is asked with a scope over the access log, and the people named are logged.
 */
@Service
public class UnusualAccesses {

    /** How many a page of the list holds. */
    public static final int PAGE = 50;

    private static final int NOTE = 1_000;

    /** The reason of an emergency access stands before what it opened, by less than this. */
    private static final Duration LONGEST_EMERGENCY = Duration.ofHours(24);

    private final FindingRows rows;
    private final UnusualAccessRules rules;
    private final AccessJudge judge;
    private final AccessReading log;
    private final AccessStreams streams;
    private final RecordNumbers numbers;
    private final AccessService access;
    private final StaffDirectory directory;
    private final TransactionTemplate transaction;

    UnusualAccesses(
            FindingRows rows,
            UnusualAccessRules rules,
            AccessJudge judge,
            AccessReading log,
            AccessStreams streams,
            RecordNumbers numbers,
            AccessService access,
            StaffDirectory directory,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.rules = rules;
        this.judge = judge;
        this.log = log;
        this.streams = streams;
        this.numbers = numbers;
        this.access = access;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** The cards of the desk, in their order: what was found between two moments, and what of all times waits. */
    public List<CardCount> cards(Scope scope, Instant from, Instant until) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return List.copyOf(rows.cards(from, until).values());
    }

    /** How many nobody has concluded, for the menu. */
    public int waiting(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return rows.waiting();
    }

    /** The rules in force, for the page that applies them. */
    public List<UnusualAccessRule> rules(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return rules.inForce();
    }

    /** A page of the list, newest first. */
    public Slice<FoundAccess> list(Scope scope, FindingFilter filter, @Nullable FindingCursor after) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var page = Slice.of(rows.list(filter, after, PAGE + 1), PAGE);
        var named = numbers.of(scope, people(page.rows()));
        return page.map(finding -> new FoundAccess(finding, number(finding, named)));
    }

    /**
     * One with the facts one concludes by.
     *
     * @throws NotFound when there is none of that id
     */
    public FindingDetail detail(Scope scope, FindingId id) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var finding = rows.find(id).orElseThrow(NotFound::new);
        var number = number(finding, numbers.of(scope, people(List.of(finding))));
        var person = finding.person();
        var contact = contactRule();
        var days = contact.questionTerms().number("days");
        if (person == null) {
            return new FindingDetail(finding, null, relation(finding), days, null, false, List.of(), List.of());
        }
        var from = finding.at().minus(Duration.ofDays(1));
        var until = finding.at().plus(Duration.ofDays(1));
        return new FindingDetail(
                finding,
                number,
                relation(finding),
                days,
                rules.holding(contactMade(contact), List.of(asked(finding, person)))
                        .contains(finding.row()),
                streams.reasoned(finding.actor(), person, finding.at().minus(LONGEST_EMERGENCY), finding.at()),
                log.opened(finding.actor(), List.of(person), from, until).stream()
                        .filter(section -> judge.serviceDay(finding.centre(), section.first())
                                .equals(finding.serviceDay()))
                        .toList(),
                rows.of(List.of(finding.actor()), finding.serviceDay(), finding.serviceDay()).stream()
                        .filter(other -> !other.id().equals(id))
                        .filter(other -> other.person() == null || person.equals(other.person()))
                        .toList());
    }

    /**
     * Says what an unusual access was. The same command again changes nothing; a correction is a verdict of its own.
     *
     * @throws org.relais.shared.InvalidInput at {@code note} when it is missing or too long
     * @throws org.relais.shared.Conflict when somebody else concluded meanwhile
     * @throws NotFound when there is none of that id
     */
    public void conclude(Scope scope, ConcludeFinding command) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var note = FreeText.require("note", command.note(), NOTE);
        var finding = rows.find(command.finding()).orElseThrow(NotFound::new);
        transaction.executeWithoutResult(_ -> {
            if (rows.conclude(command, note, scope.actor().id())) {
                var person = finding.person();
                if (person == null) {
                    access.recordAct(scope, AccessAction.CREATE, "finding-verdict", command.finding());
                } else {
                    access.recordChange(scope, person, AccessAction.CREATE, "finding-verdict", command.finding());
                }
            }
        });
    }

    /**
     * The tags of rows of the access log: what was found for the same member of staff and record on that service day.
     *
     * @param shown rows that the desk shows already, by the ids in the log
     */
    public Map<UUID, List<Finding>> tags(Scope scope, Collection<LoggedAccess> shown) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var concerned = shown.stream().filter(AccessJudge::concerns).toList();
        if (concerned.isEmpty()) {
            return Map.of();
        }
        var times = concerned.stream().map(LoggedAccess::occurredAt).sorted().toList();
        var day = Duration.ofDays(1);
        var found = rows
                .of(
                        concerned.stream()
                                .map(row -> Objects.requireNonNull(row.actor()))
                                .collect(Collectors.toSet()),
                        judge.serviceDay(null, times.getFirst().minus(day)),
                        judge.serviceDay(null, times.getLast().plus(day)))
                .stream()
                .collect(Collectors.groupingBy(Finding::actor));
        var tags = new HashMap<UUID, List<Finding>>();
        for (var row : concerned) {
            var own = found.getOrDefault(row.actor(), List.of()).stream()
                    .filter(finding -> stands(finding, row))
                    .toList();
            if (!own.isEmpty()) {
                tags.put(row.id(), own);
            }
        }
        return tags;
    }

    private boolean stands(Finding finding, LoggedAccess row) {
        if (finding.person() == null) {
            return finding.row().equals(row.id());
        }
        return finding.person().equals(row.person())
                && judge.serviceDay(finding.centre(), row.occurredAt()).equals(finding.serviceDay());
    }

    private static Set<PersonId> people(Collection<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.person()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String number(Finding finding, Map<PersonId, String> named) {
        var person = finding.person();
        return person == null ? null : named.get(person);
    }

    private static boolean relation(Finding finding) {
        var basis = finding.basis();
        return finding.allowed() && basis != null && basis.startsWith("relation");
    }

    private UnusualAccessRule.Condition contactRule() {
        return rules.inForce().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> condition.question().equals(ContactQuestion.CODE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule says within how many days a contact counts"));
    }

    private static UnusualAccessRule.Condition contactMade(UnusualAccessRule.Condition condition) {
        return new UnusualAccessRule.Condition(condition.question(), true, condition.terms());
    }

    private AskedAccess asked(Finding finding, PersonId person) {
        var centre = finding.centre();
        var own = directory.members(Set.of(), List.<StaffId>of(finding.actor())).stream()
                .map(StaffMember::centres)
                .findFirst()
                .orElse(Set.of());
        return new AskedAccess(
                finding.row(),
                finding.actor(),
                finding.actorRole(),
                centre == null ? own : Set.of(centre),
                Set.of(person),
                finding.at());
    }
}
