package org.relais.situation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.shared.SocialRightId;

/** The rights and benefits of people, from the request to the last day (domain reference F.4). */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class SocialRights {

    /** In the entry's detail: the code of the right. */
    public static final String KIND = "kind";

    /** In the entry's detail: the {@link RightStatus}. */
    public static final String STATUS = "status";

    /** In the entry's detail: the day that counts; absent without one. */
    public static final String DUE = "due";

    private final RightTable table;
    private final SituationLists lists;
    private final SituationDays days;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    SocialRights(
            RightTable table,
            SituationLists lists,
            SituationDays days,
            Timeline timeline,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.days = days;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins to follow a right.
     *
     * @param write to write in the social section
     * @throws InvalidInput at {@code kind}, {@code words}, {@code status}, {@code since}, {@code dueOn}, {@code from},
     *     {@code amount}, {@code note} or {@code centre}
     */
    public RightRow add(Grant write, AddRight command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "situation.error.centre");
        }
        var kind = command.kind();
        if (kind == null || kind.isBlank()) {
            throw new InvalidInput("kind", "shared.error.required");
        }
        if (lists.rights().kind(kind).isEmpty()) {
            throw new InvalidInput("kind", "situation.error.answer");
        }
        var words = FreeText.optionalLine("words", command.words(), FreeText.LINE);
        var standing = new RightLife(lists.rights(), days.today(command.centre())).first(command.standing());
        var now = clock.instant();
        var by = write.actor().id();
        var right = new RightRow(
                command.id(),
                write.person(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                kind,
                words,
                standing,
                lists.budget().currency(days.centre(command.centre()).countryProfile()),
                null,
                1,
                now,
                by,
                by);
        var entry = append(write, right, standing, now);
        table.insert(right, now);
        table.keep(right.id(), 1, standing, entry, by, now);
        access.recordChange(write, write.person(), AccessAction.CREATE, "situation-right", right.id());
        return stored(write, right.id());
    }

    /**
     * Moves a right on.
     *
     * @param write to write in the social section
     * @throws StaleRight when somebody moved it meanwhile
     * @throws org.relais.shared.Conflict when it cannot go there from where it stands
     * @throws InvalidInput as for adding
     * @throws NotFound when there is none, not so much of it may be read, or it belongs to a centre in which the actor
     *     takes no part
     */
    public RightRow change(Grant write, ChangeRight command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.right())
                .filter(row -> write.centres().contains(row.centre()) && shown(write, row))
                .orElseThrow(NotFound::new);
        if (before.version() != command.expectedVersion()) {
            throw new StaleRight(before);
        }
        var standing = new RightLife(lists.rights(), days.today(before.centre()))
                .change(before.standing(), command.standing());
        var now = clock.instant();
        var entry = append(write, before, standing, now);
        try {
            table.keep(
                    before.id(),
                    before.version() + 1,
                    standing,
                    entry,
                    write.actor().id(),
                    now);
        } catch (DuplicateKeyException quicker) {
            throw new StaleRight(stored(write, before.id()));
        }
        access.recordChange(write, write.person(), AccessAction.CHANGE, "situation-right", before.id());
        return stored(write, before.id());
    }

    /**
     * The rights that the grant shows.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public RightHistory of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var all = table.of(grant.people());
        var shown = all.stream().filter(row -> shown(grant, row)).toList();
        return new RightHistory(shown, shown.size() < all.size());
    }

    /**
     * How a right stood over time, the latest first.
     *
     * @param grant for the social section
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<RightChange> history(Grant grant, SocialRightId right) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var found = table.find(grant.people(), right)
                .filter(row -> shown(grant, row))
                .orElseThrow(NotFound::new);
        return table.changes(found.id());
    }

    /**
     * The rights of one's centres with a day that counts, the most late first. The people on the page are logged before
     * it is returned. Where a person locked the section, what others wrote shows that it exists, and not among those of
     * a kind.
     *
     * @param scope over the social section, in full
     * @param after read on from here; null for the first page
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<DueRight> due(Scope scope, RightsFilter filter, @Nullable RightCursor after, int size) {
        access.requireFull(scope, Section.SOCIAL);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 rights: " + size);
        }
        var rows = new ArrayList<DueRight>();
        var from = after;
        var more = true;
        while (more && rows.size() < size) {
            var left = size - rows.size();
            var page = Slice.of(table.due(scope, until(filter.when()), filter.kind(), from, left + 1), left);
            rows.addAll(shown(scope, filter, page.rows()));
            more = page.more();
            from = more ? page.rows().getLast().cursor() : from;
        }
        return new Slice<>(rows, more);
    }

    private @Nullable Function<LocalDate, LocalDate> until(RightsFilter.When when) {
        return switch (when) {
            case LATE -> today -> today.minusDays(1);
            case SOON -> today -> today.plusDays(lists.rights().firstReminder());
            case ALL -> null;
        };
    }

    private List<DueRight> shown(Scope scope, RightsFilter filter, List<RightRow> rights) {
        var people = rights.stream().map(RightRow::person).distinct().toList();
        access.show(scope, people);
        var locked = access.lockedBy(scope, Section.SOCIAL, people);
        var me = scope.actor().id();
        return rights.stream()
                .map(row -> new DueRight(
                        row.person(),
                        row.centre(),
                        Objects.requireNonNull(row.standing().dueOn()),
                        Objects.requireNonNull(row.daysLeft()),
                        row.cursor(),
                        locked.contains(row.person()) && !row.createdBy().equals(me) ? null : row))
                .filter(row -> row.right() != null || filter.kind() == null)
                .toList();
    }

    private RightRow stored(Grant grant, SocialRightId right) {
        return table.find(grant.people(), right).orElseThrow(NotFound::new);
    }

    private EntryId append(Grant write, RightRow right, RightStanding standing, Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(KIND, right.kind());
        detail.put(STATUS, standing.status().name());
        if (standing.dueOn() != null) {
            detail.put(DUE, standing.dueOn().toString());
        }
        return timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                EntryTypes.RIGHT,
                                now,
                                right.centre(),
                                right.id())
                        .by(write.actor().id())
                        .saying(right.words(), standing.note())
                        .with(detail));
    }

    private static boolean shown(Grant grant, RightRow row) {
        return Sight.full(grant, row.centre(), row.unit(), row.createdBy());
    }
}
