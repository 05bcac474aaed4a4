package org.relais.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
 * Closed loops (domain reference H.3, K16), on the service day on which the letter was sent: whether it was known what
 * came of it when 30 days had passed, of whatever is not withdrawn. An appointment made again after a missed one opens
 * the loop again.
 */
@Component
class ReferralFacts implements FactSource {

    private static final String CLOSED = "K16";
    private static final int WITHIN_DAYS = 30;

    private final JdbcClient jdbc;
    private final MergedPeople merged;

    ReferralFacts(JdbcClient jdbc, MergedPeople merged) {
        this.jdbc = jdbc;
        this.merged = merged;
    }

    @Override
    public Set<String> figures() {
        return Set.of(CLOSED);
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var facts = new HashMap<UUID, Fact>();
        // In the order in which they were said: the last one that happened in time stands
        jdbc.sql("""
                        SELECT r.id, r.person_id, r.centre_id, r.unit_id, r.sent_on, c.state, c.happened_on
                        FROM referral_referral r JOIN referral_change c ON c.referral_id = r.id
                        WHERE r.person_id IN (:records) AND r.sent_on IS NOT NULL AND r.state <> 'WITHDRAWN'
                        ORDER BY r.id, c.version""")
                .param("records", PartnerReferralTable.values(heads.keySet()))
                .query(row -> {
                    var id = Utc.uuid(row, "id");
                    var unit = Utc.uuidOrNull(row, "unit_id");
                    var sentOn = row.getObject("sent_on", LocalDate.class);
                    var last = sentOn.plusDays(WITHIN_DAYS);
                    var known = facts.get(id);
                    var inTime = !row.getObject("happened_on", LocalDate.class).isAfter(last);
                    if (known == null || inTime) {
                        var closed = inTime
                                && ReferralState.valueOf(row.getString("state")).loopClosed();
                        facts.put(
                                id,
                                new Fact(
                                        CLOSED,
                                        id,
                                        new CentreId(Utc.uuid(row, "centre_id")),
                                        unit == null ? null : new UnitId(unit),
                                        heads.get(new PersonId(Utc.uuid(row, "person_id"))),
                                        sentOn,
                                        closed ? 1 : 0,
                                        1,
                                        null));
                    }
                });
        return new ArrayList<>(facts.values());
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        var records = jdbc.sql("SELECT DISTINCT person_id FROM referral_referral WHERE person_id > :after"
                        + " ORDER BY person_id LIMIT :most")
                .param("after", PartnerReferralTable.after(after))
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
        return merged.page(scope, records, after, most);
    }
}
