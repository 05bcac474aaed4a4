package org.relais.aftercare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
 * Aftercare contacts (domain reference H.3, K13), on the last service day of their window. A contact counts as it
 * stands: one made after its window counts too. Left out is whoever died, and what ended before its window closed
 * because the person withdrew or left another treatment since; whoever declined or was not asked has no contacts.
 */
@Component
class FollowUpFacts implements FactSource {

    private static final String REACHED = "K13";

    private final JdbcClient jdbc;
    private final MergedPeople merged;

    FollowUpFacts(JdbcClient jdbc, MergedPeople merged) {
        this.jdbc = jdbc;
        this.merged = merged;
    }

    @Override
    public Set<String> figures() {
        return Set.of(REACHED);
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var facts = new ArrayList<Fact>();
        // When somebody died is not known of a contact, so that nothing tells whether it was before the window closed
        jdbc.sql("""
                        SELECT c.id, c.person_id, c.centre_id, c.unit_id, c.until_on, c.state FROM aftercare_contact c
                        JOIN aftercare_follow_up f ON f.id = c.follow_up_id
                        WHERE c.person_id IN (:records) AND c.state <> 'DECEASED'
                          AND (c.state <> 'ENDED' OR (c.closed_on > c.until_on AND f.ending <> 'DECEASED'))""").param("records", FollowUpTable.values(heads.keySet())).query(row -> {
            facts.add(new Fact(
                    REACHED,
                    Utc.uuid(row, "id"),
                    new CentreId(Utc.uuid(row, "centre_id")),
                    new UnitId(Utc.uuid(row, "unit_id")),
                    heads.get(new PersonId(Utc.uuid(row, "person_id"))),
                    row.getObject("until_on", LocalDate.class),
                    row.getString("state").equals(ContactState.REACHED.name()) ? 1 : 0,
                    1,
                    null));
        });
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        var records = jdbc.sql("SELECT DISTINCT person_id FROM aftercare_contact WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", FollowUpTable.after(after))
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
        return merged.page(scope, records, after, most);
    }
}
