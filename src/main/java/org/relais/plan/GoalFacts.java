package org.relais.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
 * Goals attained (domain reference H.3, K11 and K17), on the service day on which they were closed. A closed goal stays
 * what it was: what is taken up again is another goal.
 */
@Component
class GoalFacts implements FactSource {

    private static final String ATTAINED = "K11";
    private static final String REINTEGRATION = "K17";

    private static final Set<GoalState> COUNTED = EnumSet.of(
            GoalState.ATTAINED, GoalState.PARTLY_ATTAINED, GoalState.NOT_ATTAINED, GoalState.ABANDONED_BY_PERSON);
    private static final Set<GoalDomain> REINTEGRATING =
            EnumSet.of(GoalDomain.HOUSING, GoalDomain.EDUCATION, GoalDomain.TRAINING, GoalDomain.EMPLOYMENT);

    private final JdbcClient jdbc;
    private final MergedPeople merged;

    GoalFacts(JdbcClient jdbc, MergedPeople merged) {
        this.jdbc = jdbc;
        this.merged = merged;
    }

    @Override
    public Set<String> figures() {
        return Set.of(ATTAINED, REINTEGRATION);
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var facts = new ArrayList<Fact>();
        jdbc.sql("SELECT id, person_id, centre_id, unit_id, domain, state, ended_on FROM plan_goal"
                        + " WHERE person_id IN (:records) AND state IN (:counted)")
                .param("records", GoalTable.values(heads.keySet()))
                .param("counted", COUNTED.stream().map(Enum::name).toList())
                .query(row -> {
                    var unit = Utc.uuidOrNull(row, "unit_id");
                    var fact = new Fact(
                            ATTAINED,
                            Utc.uuid(row, "id"),
                            new CentreId(Utc.uuid(row, "centre_id")),
                            unit == null ? null : new UnitId(unit),
                            heads.get(new PersonId(Utc.uuid(row, "person_id"))),
                            row.getObject("ended_on", LocalDate.class),
                            row.getString("state").equals(GoalState.ATTAINED.name()) ? 1 : 0,
                            1,
                            null);
                    facts.add(fact);
                    if (REINTEGRATING.contains(GoalDomain.valueOf(row.getString("domain")))) {
                        facts.add(new Fact(
                                REINTEGRATION,
                                fact.source(),
                                fact.centre(),
                                fact.unit(),
                                fact.person(),
                                fact.day(),
                                fact.numerator(),
                                fact.denominator(),
                                null));
                    }
                });
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        var records = jdbc.sql("SELECT DISTINCT person_id FROM plan_goal WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", GoalTable.after(after))
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
        return merged.page(scope, records, after, most);
    }
}
