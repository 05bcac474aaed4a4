package org.relais.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.person.RecordNumbers;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;

/**
 * People's requests to know who read their record: entered, answered in time, and kept. Every method is asked with a
 * scope over the access log; a record is its number.
 */
@Service
public class ReportRequests {

    private static final int REASON = 500;
    private static final int ANSWERED = 50;

    private final ReportRows rows;
    private final RecordNumbers numbers;
    private final AccessService access;
    private final RuleInForce<OwnReportRule> rule;
    private final Centres centres;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportRequests(
            ReportRows rows,
            RecordNumbers numbers,
            AccessService access,
            RuleInForce<OwnReportRule> rule,
            Centres centres,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.access = access;
        this.rule = rule;
        this.centres = centres;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The requests that wait, the first that is due at the top. */
    public List<AskedReport> waiting(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return named(scope, rows.waiting());
    }

    /** The last that were answered, the latest at the top. */
    public List<AskedReport> answered(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return named(scope, rows.answered(ANSWERED));
    }

    /**
     * One request.
     *
     * @throws NotFound when there is none
     */
    public AskedReport find(Scope scope, ReportRequestId id) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return named(scope, List.of(rows.find(id).orElseThrow(NotFound::new))).getFirst();
    }

    /** Which rule says when a report is due, and who stands there by name. */
    public OwnReportRule rule(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return rule.now();
    }

    /**
     * Enters a request. The same command again changes nothing.
     *
     * @throws InvalidInput at {@code record}, {@code receivedOn}, {@code language} or {@code handover}
     */
    public void enter(Scope scope, EnterReportRequest command) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var received = command.receivedOn();
        if (received == null) {
            throw new InvalidInput("receivedOn", "shared.error.required");
        }
        if (received.isAfter(latestDay())) {
            throw new InvalidInput("receivedOn", "oversight.own.error.received");
        }
        if (command.language() == null) {
            throw new InvalidInput("language", "shared.error.required");
        }
        if (command.handover() == null) {
            throw new InvalidInput("handover", "shared.error.required");
        }
        var person = numbers.find(scope, command.record())
                .orElseThrow(() -> new InvalidInput("record", "oversight.error.record"));
        var inForce = rule.now();
        var request = new ReportRequest(
                command.id(),
                person,
                received,
                received.plusDays(inForce.dueDays()),
                command.language(),
                command.handover(),
                clock.instant(),
                scope.actor().id(),
                null);
        transaction.executeWithoutResult(_ -> {
            if (rows.insert(request, inForce.rule().version())) {
                access.recordChange(scope, person, AccessAction.CREATE, "report-request", request.id());
            }
        });
    }

    /**
     * Leaves out of the report all that one reader did, or takes that back. The same command again changes nothing.
     *
     * @throws InvalidInput at {@code reason}
     * @throws Conflict when the request was answered
     */
    public void leaveOut(Scope scope, LeaveOut command) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var reason = FreeText.require("reason", command.reason(), REASON);
        transaction.executeWithoutResult(_ -> {
            var request = requireWaiting(command.request());
            if (rows.leaveOut(command, reason, scope.actor().id())) {
                access.recordChange(scope, request.person(), AccessAction.CHANGE, "report-request", request.id());
            }
        });
    }

    /**
     * Says that the person has the report. Once; nothing happens when it was this very file.
     *
     * @param file that was given
     * @throws Conflict when it was answered with another, or the report changed since that file was made
     */
    public void answer(Scope scope, ReportRequestId id, ReportFileId file) {
        access.requireFull(scope, Section.AUDIT_LOG);
        if (rows.answeredWith(file, id)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            var request = requireWaiting(id);
            if (!rows.current(file, id)) {
                throw new Conflict("oversight.own.error.no-file");
            }
            rows.answer(id, file, scope.actor().id());
            access.recordChange(scope, request.person(), AccessAction.SIGN, "report-request", id);
        });
    }

    private ReportRequest requireWaiting(ReportRequestId id) {
        rows.lock(id);
        var request = rows.find(id).orElseThrow(NotFound::new);
        if (request.answered() != null) {
            throw new Conflict("oversight.own.error.answered");
        }
        return request;
    }

    private List<AskedReport> named(Scope scope, Collection<ReportRequest> requests) {
        var named = numbers.of(
                scope, requests.stream().map(ReportRequest::person).distinct().toList());
        return requests.stream()
                .map(request -> new AskedReport(request, Objects.requireNonNull(named.get(request.person()))))
                .toList();
    }

    // Wherever the day has begun first: the auditor looks over all centres
    private LocalDate latestDay() {
        return centres.all().stream()
                .map(Centre::serviceDay)
                .map(day -> LocalDate.ofInstant(clock.instant(), day.zone()))
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }
}
