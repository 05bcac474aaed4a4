package org.relais.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.relais.access.GivenAccesses;
import org.relais.access.Scope;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;
import org.relais.worklist.CaseFlag;
import org.relais.worklist.CaseFlagSource;

/** Whom a member of staff follows: those whose key worker they are, and those for whom something waits for them. */
@Component
class Caseload {

    /** The most people a caseload shows; the most late are among them. */
    static final int MOST = 200;

    private static final Comparator<CaseRow> ORDER = Comparator.comparingInt(CaseRow::daysLate)
            .reversed()
            .thenComparing(row -> row.due() == null)
            .thenComparing(row -> row.due() == null ? Instant.MAX : row.due().at())
            .thenComparing(row -> row.name().display());

    private final GivenAccesses accesses;
    private final ObjectProvider<CaseFlagSource> sources;

    Caseload(GivenAccesses accesses, ObjectProvider<CaseFlagSource> sources) {
        this.accesses = accesses;
        this.sources = sources;
    }

    /** Whose key worker the reader is. */
    Set<PersonId> keyed(Scope scope) {
        return accesses.keyedTo(scope);
    }

    /** By days overdue, the most late first; then by what is due next. The people were logged before. */
    List<CaseRow> rows(Scope scope, Collection<PersonId> keyed, List<DayLine> toDo, Map<PersonId, PersonName> names) {
        var mine = toDo.stream()
                .filter(line -> line.mine() && line.person() != null)
                .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.person())));
        var people = new LinkedHashSet<>(keyed);
        people.addAll(mine.keySet());
        people.retainAll(names.keySet());
        var flags = flags(scope, people);
        return people.stream()
                .map(person -> row(
                        person,
                        Objects.requireNonNull(names.get(person)),
                        mine.getOrDefault(person, List.of()),
                        flags.getOrDefault(person, List.of())))
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }

    private static CaseRow row(PersonId person, PersonName name, List<DayLine> lines, List<CaseFlag> flags) {
        var first =
                lines.stream().min(Comparator.comparingInt(DayLine::daysLeft).thenComparing(DayLine::at));
        return new CaseRow(person, name, first.orElse(null), Math.max(0, lines.size() - 1), flags);
    }

    private Map<PersonId, List<CaseFlag>> flags(Scope scope, Set<PersonId> people) {
        var all = new HashMap<PersonId, List<CaseFlag>>();
        if (!people.isEmpty()) {
            sources.orderedStream()
                    .forEach(source -> source.flags(scope, people)
                            .forEach((person, flags) -> all.computeIfAbsent(person, _ -> new ArrayList<>())
                                    .addAll(flags)));
        }
        all.values().forEach(flags -> flags.sort(Comparator.comparing(CaseFlag::severity)));
        return all;
    }
}
