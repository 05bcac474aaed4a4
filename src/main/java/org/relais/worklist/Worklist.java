package org.relais.worklist;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.RelationKind;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;
import org.relais.shared.TaskId;
import org.relais.shared.UnitId;

/**
 * Tasks between professions. Rooms put and close them in the transaction of the act they come from; a task given to a
 * member of staff lets them take part in the person's care until it is done.
 */
@Service
public class Worklist {

    /** The most tasks a record shows as due; a person with more has them in the sections they come from. */
    static final int MOST_DUE = 50;

    private final TaskRows rows;
    private final AccessService access;
    private final CareRelations relations;
    private final RecordReaders readers;
    private final Clock clock;

    Worklist(TaskRows rows, AccessService access, CareRelations relations, RecordReaders readers, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.relations = relations;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Puts a task on the list; an open one of the same source and kind is replaced. The caller has checked its grant
     * or scope.
     *
     * @throws org.relais.shared.InvalidInput when a typed title is blank, too long or holds control characters; at
     *     {@code assignee} when they could not open the record
     * @throws IllegalArgumentException when the grant is for another person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TaskId put(Authority authority, NewTask task) {
        access.require(authority, task.person(), task.section());
        if (task.title().text() != null) {
            FreeText.requireLine("title", task.title().text(), FreeText.LINE);
        }
        if (task.assignee() != null) {
            readers.requireAskable(authority, task.person(), task.section(), Right.READ, task.assignee(), "assignee");
        }
        rows.open(task.source(), task.kind()).forEach(open -> close(authority, open, TaskState.REPLACED));
        var id = TaskId.create();
        rows.insert(id, task, unit(authority, task), authority.actor().id(), clock.instant());
        if (task.assignee() != null) {
            relations.beginForStaff(
                    authority,
                    task.person(),
                    RelationKind.TASK,
                    task.centre(),
                    Objects.requireNonNull(task.assignee()),
                    id);
        }
        return id;
    }

    /** Closes the open tasks of the source as done. Nothing happens when there are none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Authority authority, Id source) {
        requireWriting(authority);
        rows.open(source).forEach(open -> close(authority, open, TaskState.DONE));
    }

    /** Closes the open tasks of the source as no longer needed. Nothing happens when there are none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(Authority authority, Id source) {
        requireWriting(authority);
        rows.open(source).forEach(open -> close(authority, open, TaskState.CANCELLED));
    }

    /** What is due for the person, most late first, cut to what the grant shows. One SQL. */
    @Transactional(readOnly = true)
    public List<DueRow> due(Grant grant) {
        access.requireRecord(grant);
        return rows.due(grant, clock.instant(), MOST_DUE);
    }

    /**
     * What the acting member of staff has to do, most late first: what was given to them, and what waits for anybody
     * of their units and discipline. The people on the page are logged before it is returned. Where a person locked the
     * section, what others wrote and nobody gave to the actor says only that it is there.
     */
    public Slice<DueRow> mine(Scope scope, int limit) {
        access.require(scope, Section.ADMINISTRATIVE);
        var found = Slice.of(rows.mine(scope, readable(), writable(), clock.instant(), limit + 1), limit);
        access.show(scope, found.rows().stream().map(DueRow::person).distinct().toList());
        var locked = locked(scope, found.rows());
        return found.map(row -> locked.contains(row.id()) ? row.locked() : row);
    }

    private Set<TaskId> locked(Scope scope, List<DueRow> rows) {
        var me = scope.actor().id();
        var others = rows.stream()
                .filter(row -> row.section().lockable() && !row.concerns(me))
                .collect(Collectors.groupingBy(DueRow::section));
        var locked = new HashSet<TaskId>();
        others.forEach((section, tasks) -> {
            var people = access.lockedBy(
                    scope,
                    section,
                    tasks.stream().map(DueRow::person).distinct().toList());
            tasks.stream().filter(task -> people.contains(task.person())).forEach(task -> locked.add(task.id()));
        });
        return locked;
    }

    // As with what stands in the timeline: a lock on a unit closes what was written in it
    private static @Nullable UnitId unit(Authority authority, NewTask task) {
        return authority instanceof Grant grant ? grant.unitIn(task.centre()).orElse(null) : task.unit();
    }

    private List<Section> readable() {
        return TaskRows.sections().filter(access::roleOpens).toList();
    }

    private List<Section> writable() {
        return TaskRows.sections().filter(access::roleWrites).toList();
    }

    private void close(Authority authority, OpenTask open, TaskState state) {
        requireSamePerson(authority, open.person());
        var now = clock.instant();
        rows.close(open.id(), state, authority.actor().id(), now);
        if (open.assigned()) {
            relations.end(authority, open.person(), open.id(), now);
        }
    }

    private void requireWriting(Authority authority) {
        if (authority instanceof Grant grant) {
            access.require(authority, grant.person(), grant.section());
        }
    }

    private static void requireSamePerson(Authority authority, PersonId person) {
        if (authority instanceof Grant grant && !grant.people().contains(person)) {
            throw new IllegalArgumentException("The grant is for another person");
        }
    }
}
