package org.relais.situation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.MergedPeople;
import org.relais.access.Scope;
import org.relais.indicator.Fact;
import org.relais.indicator.FactSource;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Work and housing when a treatment ends (domain reference H.3, K12), on the service day on which the person left: as
 * they stood on that day, whoever told it and whenever, and as they stood on the day on which the treatment began. A
 * death ends a treatment as anything else does, since the reference leaves out open treatments only; an enquiry that
 * led to no treatment and an episode entered in error are no exits.
 */
@Component
class StatusFacts implements FactSource {

    /** What the codes of an answer begin with that stand for employment (domain reference F.5). */
    static final String EMPLOYED = "EMPLOYED_";

    /** The code of adequate and secure housing. */
    static final String SECURE = "ETHOS_0";

    private static final List<Status> STATUSES = List.of(
            new Status("K12", "K12_EMPLOYMENT", StateKind.WORK, code -> code.startsWith(EMPLOYED)),
            new Status("K12_HOUSING", "K12_HOUSING", StateKind.HOUSING, SECURE::equals));

    private final JdbcClient jdbc;
    private final StateTable states;
    private final SituationLists lists;
    private final MergedPeople merged;

    StatusFacts(JdbcClient jdbc, StateTable states, SituationLists lists, MergedPeople merged) {
        this.jdbc = jdbc;
        this.states = states;
        this.lists = lists;
        this.merged = merged;
    }

    /** What is looked at of an exit, and the figures it is told in. */
    private record Status(String figure, String name, StateKind kind, Predicate<String> reached) {

        String known() {
            return name + "_KNOWN";
        }

        String change() {
            return name + "_CHANGE";
        }
    }

    private record Exit(UUID id, CentreId centre, @Nullable UnitId unit, PersonId head, LocalDate from, LocalDate on) {

        Fact fact(String figure, int numerator, int denominator) {
            return new Fact(figure, id, centre, unit, head, on, numerator, denominator, null);
        }
    }

    @Override
    public Set<String> figures() {
        return STATUSES.stream()
                .flatMap(status -> List.of(status.figure(), status.known(), status.change()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var exits = jdbc.sql("SELECT id, person_id, centre_id, unit_id, entered_on, left_on FROM situation_exit"
                        + " WHERE person_id IN (:records) AND entered_on IS NOT NULL AND reason <> 'ENTERED_IN_ERROR'")
                .param("records", Columns.values(heads.keySet()))
                .query((row, number) -> exit(row, heads))
                .list();
        var facts = new ArrayList<Fact>();
        if (exits.isEmpty()) {
            return facts;
        }
        for (var status : STATUSES) {
            var told = states.holding(heads.keySet(), status.kind()).stream()
                    .collect(Collectors.groupingBy(row -> Objects.requireNonNull(heads.get(row.person()))));
            for (var exit : exits) {
                add(facts, status, exit, StatePeriods.of(told.getOrDefault(exit.head(), List.of())));
            }
        }
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        var records = jdbc.sql("SELECT DISTINCT person_id FROM situation_exit WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", Columns.after(after))
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
        return merged.page(scope, records, after, most);
    }

    private void add(List<Fact> facts, Status status, Exit exit, List<StatePeriod> periods) {
        var before = reached(status, periods, exit.from());
        var after = reached(status, periods, exit.on());
        facts.add(exit.fact(status.known(), after == null ? 0 : 1, 1));
        facts.add(exit.fact(status.figure(), Boolean.TRUE.equals(after) ? 1 : 0, after == null ? 0 : 1));
        if (before != null && after != null) {
            facts.add(exit.fact(status.change(), (after ? 1 : 0) - (before ? 1 : 0), 1));
        }
    }

    // Null when it is not known: not asked, not answered, or the person did not wish to answer
    private @Nullable Boolean reached(Status status, List<StatePeriod> periods, LocalDate day) {
        var state = StatePeriods.on(periods, day).map(StatePeriod::state).orElse(null);
        if (state == null || state.code() == null) {
            return null;
        }
        var list = lists.states(state.list());
        return state.code().equals(list.notKnown().code())
                        || state.code().equals(list.refused().code())
                ? null
                : Boolean.valueOf(status.reached().test(state.code()));
    }

    private static Exit exit(ResultSet row, Map<PersonId, PersonId> heads) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new Exit(
                Utc.uuid(row, "id"),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                Objects.requireNonNull(heads.get(new PersonId(Utc.uuid(row, "person_id")))),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }
}
