package org.relais.agenda;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.MergedPeople;
import org.relais.access.Scope;
import org.relais.centre.Centres;
import org.relais.indicator.Fact;
import org.relais.indicator.FactSource;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Missed appointments (domain reference H.3, K7), and beside them those cancelled and cancelled late, on the service day
 * of their beginning. A session of a group counts once for each person of whom it is noted, unless the session was
 * cancelled; an open group, of which only heads are counted, is about nobody.
 */
@Component
class AppointmentFacts implements FactSource {

    private static final String MISSED = "K7";
    private static final String CANCELLED = "K7_CANCELLED";
    private static final String LATE_CANCEL = "K7_LATE_CANCEL";

    private final JdbcClient jdbc;
    private final MergedPeople merged;
    private final Centres centres;

    AppointmentFacts(JdbcClient jdbc, MergedPeople merged, Centres centres) {
        this.jdbc = jdbc;
        this.merged = merged;
        this.centres = centres;
    }

    @Override
    public Set<String> figures() {
        return Set.of(MISSED, CANCELLED, LATE_CANCEL);
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        var heads = merged.heads(scope, people);
        var facts = new ArrayList<Fact>();
        jdbc.sql("""
                        SELECT a.id, a.person_id, FALSE AS session, a.centre_id, a.unit_id, a.starts_at, a.state
                        FROM agenda_appointment a WHERE a.person_id IN (:records) AND a.state <> 'PLANNED'
                        UNION ALL
                        SELECT a.id, t.person_id, TRUE, a.centre_id, COALESCE(a.unit_id, g.unit_id), a.starts_at, t.state
                        FROM agenda_attendance t JOIN agenda_appointment a ON a.id = t.appointment_id
                        LEFT JOIN agenda_group g ON g.id = a.group_id
                        WHERE t.person_id IN (:records) AND t.state <> 'PLANNED'
                          AND a.state NOT IN ('CANCELLED', 'LATE_CANCEL')""").param("records", Diaries.values(heads.keySet())).query(row -> {
            var record = new PersonId(Utc.uuid(row, "person_id"));
            facts.add(fact(row, record, heads.get(record)));
        });
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        var records = jdbc.sql("""
                        (SELECT DISTINCT person_id FROM agenda_appointment WHERE person_id > :after
                         ORDER BY person_id LIMIT :most)
                        UNION (SELECT DISTINCT person_id FROM agenda_attendance WHERE person_id > :after
                               ORDER BY person_id LIMIT :most)
                        ORDER BY person_id LIMIT :most""")
                .param("after", Diaries.after(after))
                .param("most", most)
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list();
        return merged.page(scope, records, after, most);
    }

    private Fact fact(ResultSet row, PersonId record, @Nullable PersonId person) throws SQLException {
        var id = Utc.uuid(row, "id");
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var state = AppointmentState.valueOf(row.getString("state"));
        return new Fact(
                switch (state) {
                    case CANCELLED -> CANCELLED;
                    case LATE_CANCEL -> LATE_CANCEL;
                    case ATTENDED, NO_SHOW -> MISSED;
                    case PLANNED -> throw new IllegalStateException("What is only planned does not count");
                },
                row.getBoolean("session") ? attendance(id, record) : id,
                centre,
                unit == null ? null : new UnitId(unit),
                person,
                centres.centre(centre).serviceDay().of(Utc.instant(row, "starts_at")),
                state == AppointmentState.ATTENDED ? 0 : 1,
                state.released() ? 0 : 1,
                null);
    }

    // The attendance of one person has no id of its own
    private static UUID attendance(UUID session, PersonId record) {
        return UUID.nameUUIDFromBytes((session + "/" + record).getBytes(StandardCharsets.UTF_8));
    }
}
