package org.relais.plan;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Conflict;
import org.relais.shared.NotFound;

/** What the person says of their use in their own words, and what they chose to aim at. Never overwritten. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Aims {

    private static final int MOST = 100;

    private final AimTable table;
    private final AimChecks checks;
    private final ObjectProvider<DaysUsed> used;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    Aims(
            AimTable table,
            AimChecks checks,
            ObjectProvider<DaysUsed> used,
            Timeline timeline,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.used = used;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes down what the person says now. A second call with the same id changes nothing.
     *
     * @param grant to write in the plan
     * @throws StaleAim when it was written anew meanwhile, with how it stands now
     * @throws Conflict when it was written anew at this very moment
     * @throws org.relais.shared.InvalidInput at {@code centre}, {@code words}, {@code aim}, {@code targetDays},
     *     {@code targetAmount}, {@code targetUnit}, {@code stageOn}, {@code importance} or {@code confidence}
     */
    public AimRow write(Grant grant, WriteAim command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        var before = table.find(grant.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        var aim = checks.checked(grant, command);
        var latest = table.of(grant.people(), 1).stream().findFirst();
        if (latest.map(AimRow::version).orElse(0) != command.expectedVersion()) {
            throw latest.filter(row -> level(grant, row) == EntryLevel.FULL)
                    .<RuntimeException>map(StaleAim::new)
                    .orElseGet(() -> new Conflict("shared.error.stale"));
        }
        var now = clock.instant();
        var entry = timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.PLAN,
                                grant.actor().role().discipline(),
                                AimDetail.TYPE,
                                now,
                                command.centre(),
                                command.id())
                        .by(grant.actor().id())
                        .saying(null, aim.words())
                        .with(Map.of(AimDetail.AIM, aim.aim().name())));
        try {
            table.insert(
                    grant.person(),
                    command,
                    aim,
                    grant.unitIn(command.centre()).orElse(null),
                    entry,
                    grant.actor().id(),
                    now);
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("shared.error.stale");
        }
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "plan-aim", command.id());
        return table.find(grant.people(), command.id()).orElseThrow(NotFound::new);
    }

    /**
     * What the person said last; empty when nothing was written, or not so much of it may be read.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public Optional<AimRow> latest(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.of(grant.people(), 1).stream()
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .findFirst();
    }

    /**
     * What the person said on the way, the latest first, as far as it may be read.
     *
     * @param grant for the plan
     */
    @Transactional(readOnly = true)
    public List<AimRow> history(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.of(grant.people(), MOST).stream()
                .filter(row -> level(grant, row) == EntryLevel.FULL)
                .toList();
    }

    /**
     * How the person's use stands beside what they chose, by the latest answer that any room has.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public Optional<AimProgress> progress(Grant grant, AimRow aim) {
        access.require(grant, Section.PLAN, Right.READ);
        return used.stream()
                .flatMap(room -> room.latest(grant).stream())
                .max(Comparator.comparing(DaysUsed.Known::on))
                .flatMap(known -> AimProgress.of(aim, known));
    }

    private static EntryLevel level(Grant grant, AimRow row) {
        return grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.writtenBy().equals(grant.actor().id()));
    }
}
