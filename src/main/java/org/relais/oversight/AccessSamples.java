package org.relais.oversight;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.person.RecordNumbers;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.NotFound;

/**
 * The monthly samples for whoever audits: seen, decided access by access, signed. Every method is asked with a scope over
 * the access log, and the people named are logged.
 */
@Service
public class AccessSamples {

    private static final int NOTE = 1_000;

    private final SampleRows rows;
    private final RecordNumbers numbers;
    private final AccessService access;
    private final TransactionTemplate transaction;

    AccessSamples(SampleRows rows, RecordNumbers numbers, AccessService access, TransactionTemplate transaction) {
        this.rows = rows;
        this.numbers = numbers;
        this.access = access;
        this.transaction = transaction;
    }

    /** Every sample, the newest month first. */
    public List<SampleHead> all(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return rows.heads();
    }

    /**
     * One sample with its accesses.
     *
     * @throws NotFound when the month was not drawn
     */
    public SampleSheet sheet(Scope scope, YearMonth month) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var head = rows.head(month).orElseThrow(NotFound::new);
        var accesses = rows.accesses(month);
        var people = accesses.stream()
                .flatMap(each -> Stream.ofNullable(each.person()))
                .collect(Collectors.toSet());
        return new SampleSheet(head, accesses, numbers.of(scope, people));
    }

    /**
     * Says what one access was. The same command again changes nothing; a correction is a verdict of its own.
     *
     * @throws org.relais.shared.InvalidInput at {@code note} when it is too long, or missing where the access is to be
     *     followed up
     * @throws Conflict when somebody else concluded meanwhile, or the sample is signed
     */
    public void conclude(Scope scope, ConcludeSampled command) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var note = command.conclusion() == Conclusion.TO_FOLLOW_UP
                ? FreeText.require("note", command.note(), NOTE)
                : FreeText.optional("note", command.note(), NOTE);
        var sampled = sheet(scope, command.month()).accesses().stream()
                .filter(each -> each.position() == command.position())
                .findFirst()
                .orElseThrow(NotFound::new);
        transaction.executeWithoutResult(_ -> {
            requireOpen(command.month());
            if (rows.conclude(command, note, scope.actor().id())) {
                var person = sampled.person();
                if (person == null) {
                    access.recordChange(scope, AccessAction.CREATE, "sample-verdict", command.id());
                } else {
                    access.recordChange(scope, person, AccessAction.CREATE, "sample-verdict", command.id());
                }
            }
        });
    }

    /**
     * Signs a sample of which every access is decided; nothing of it changes after. Nothing happens when the same
     * auditor has signed it already.
     *
     * @throws Conflict when something is left to decide, or somebody else signed
     */
    public void sign(Scope scope, YearMonth month) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var self = scope.actor().id();
        if (rows.head(month).orElseThrow(NotFound::new).signedBy() instanceof Object by && by.equals(self)) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            requireOpen(month);
            var head = rows.head(month).orElseThrow(NotFound::new);
            if (head.decided() < head.rows()) {
                throw new Conflict("oversight.sample.error.undecided", head.rows() - head.decided());
            }
            rows.sign(month, self);
            access.recordChange(scope, AccessAction.SIGN, "access-sample", self);
        });
    }

    private void requireOpen(YearMonth month) {
        rows.lock(month);
        if (rows.signed(month)) {
            throw new Conflict("oversight.sample.error.signed");
        }
    }
}
