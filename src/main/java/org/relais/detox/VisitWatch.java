package org.relais.detox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.Discipline;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * Puts a task for each visit that was missed when its day is over. The list shows the visit without: this only tells.
 * Every node looks; what one has told, the others cannot tell again.
 */
@Component
class VisitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(VisitWatch.class);
    private static final String TASK = "detox-visits";

    private final DetoxTable withdrawals;
    private final VisitTable table;
    private final VisitFacts facts;
    private final Worklist worklist;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VisitWatch(
            DetoxTable withdrawals,
            VisitTable table,
            VisitFacts facts,
            Worklist worklist,
            Centres centres,
            AccessService access,
            Clock clock,
            TransactionTemplate transaction) {
        this.withdrawals = withdrawals;
        this.table = table;
        this.facts = facts;
        this.worklist = worklist;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${relais.detox.watch-interval:60s}",
            fixedDelayString = "${relais.detox.watch-interval:60s}")
    void watch() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The missed visits could not be looked at; the next look sees them again", failed);
        }
    }

    /** Looks at every outpatient withdrawal that is watched over, centre by centre. */
    void look() {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        // Names the task, and is no member of staff: it opens nothing but the list of centres
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(TASK, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            centres.all().forEach(this::look);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void look(Centre centre) {
        var scope = access.taskScope(TASK, centre.id(), Section.MEDICAL, Purpose.CARE);
        var active = withdrawals.live(scope).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE && row.setting() == DetoxSetting.OUTPATIENT)
                .toList();
        access.show(scope, active.stream().map(DetoxRow::person).toList());
        var found = this.facts.of(scope, active);
        for (var detox : active) {
            var facts = found.get(detox.id());
            var course = facts == null ? null : facts.course();
            if (course != null) {
                course.missed().forEach(day -> transaction.executeWithoutResult(_ -> tell(scope, centre, detox, day)));
            }
        }
    }

    private void tell(Scope scope, Centre centre, DetoxRow detox, LocalDate day) {
        if (!table.tellMissed(detox, day)) {
            return;
        }
        var today = centre.serviceDay().of(clock.instant());
        worklist.put(
                scope,
                new NewTask(
                        detox.person(),
                        Section.MEDICAL,
                        Discipline.MEDICAL,
                        "detox.missed-visit",
                        TaskTitle.key("detox.missed-visit.task"),
                        centre.serviceDay().endOf(today),
                        today,
                        null,
                        detox.unit(),
                        detox.centre(),
                        MissedVisit.id(detox.id(), day),
                        DetoxRoutes.WITHDRAWALS));
    }
}
