package org.relais.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.episode.EpisodeService;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.worklist.DueGroup;
import org.relais.worklist.DueRow;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;
import org.relais.worklist.Worklist;

/** Gathers the tasks of the worklist and what the rooms contribute, and adds names and beds once for all. */
@Service
public class MyDay {

    /** The roles whose day begins with the people they follow for weeks and years. */
    public static final Set<Role> FOLLOWING = Set.of(Role.SOCIAL_WORKER, Role.PSYCHOLOGIST);

    private static final int MOST = 100;

    private final AccessService access;
    private final Worklist worklist;
    private final ObjectProvider<TodaySource> sources;
    private final PersonService persons;
    private final EpisodeService episodes;
    private final Places places;
    private final Caseload caseload;

    MyDay(
            AccessService access,
            Worklist worklist,
            ObjectProvider<TodaySource> sources,
            PersonService persons,
            EpisodeService episodes,
            Places places,
            Caseload caseload) {
        this.access = access;
        this.worklist = worklist;
        this.sources = sources;
        this.persons = persons;
        this.episodes = episodes;
        this.places = places;
        this.caseload = caseload;
    }

    /**
     * The day of the acting member of staff. The people on it are logged before it is returned.
     *
     * @param scope over the administrative section, for care
     */
    public MyDayPage of(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        var tasks = worklist.mine(scope, MOST);
        var items = sources.stream()
                .flatMap(source -> source.items(scope, places.today(scope)).stream())
                .toList();
        var follows = FOLLOWING.contains(scope.actor().role());
        var keyed = follows ? caseload.keyed(scope) : Set.<PersonId>of();
        var people = Stream.of(
                        tasks.rows().stream().map(DueRow::person),
                        items.stream().map(TodayItem::person).filter(Objects::nonNull),
                        keyed.stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
        var known = new Known(persons.names(scope, people), episodes.bedsOf(scope, people));
        var toDo = Stream.concat(
                        tasks.rows().stream().map(task -> line(task, scope, known)),
                        items.stream()
                                .filter(item -> item.kind() == TodayItem.Kind.DUE)
                                .map(item -> line(item, known)))
                .sorted(Comparator.comparing(DayLine::at))
                .toList();
        var toSign = items.stream()
                .filter(item -> item.kind() == TodayItem.Kind.TO_SIGN)
                .map(item -> line(item, known))
                .sorted(Comparator.comparing(DayLine::at).reversed())
                .toList();
        return new MyDayPage(
                toDo, toSign, follows ? caseload.rows(scope, keyed, toDo, known.names()) : List.of(), tasks.more());
    }

    private DayLine line(DueRow task, Scope scope, Known known) {
        var path = task.path() == null ? PersonRoutes.record(task.person()) : task.path();
        var mine = scope.actor().id().equals(task.assignee());
        return line(
                known,
                task.person(),
                task.discipline(),
                task.title(),
                task.dueAt(),
                task.dueOn(),
                task.centre(),
                path,
                mine);
    }

    private DayLine line(TodayItem item, Known known) {
        var at = item.at() == null ? places.now() : item.at();
        return line(
                known,
                item.person(),
                item.discipline(),
                item.title(),
                at,
                item.dueOn(),
                item.centre(),
                item.path(),
                true);
    }

    private DayLine line(
            Known known,
            @Nullable PersonId person,
            Discipline discipline,
            TaskTitle title,
            Instant at,
            @Nullable LocalDate dueOn,
            CentreId centre,
            String path,
            boolean mine) {
        var now = places.now();
        var day = places.day(centre);
        var bed = person == null ? null : known.beds().get(person);
        return new DayLine(
                DueGroup.of(at, dueOn, now, day),
                discipline,
                person,
                person == null ? null : known.names().get(person),
                bed == null ? null : bed.label(),
                title,
                at,
                dueOn,
                Duration.between(at, now),
                day.daysUntil(dueOn == null ? day.of(at) : dueOn, now),
                day,
                path,
                mine);
    }

    private record Known(Map<PersonId, PersonName> names, Map<PersonId, Bed> beds) {}
}
