package org.relais.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** What was given to whom beyond their role, as numbers that name nobody, for whoever reviews the rights. */
@Service
public class GivenRights {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Clock clock;

    GivenRights(JdbcClient jdbc, AccessService access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Of everybody who was given something that is in force.
     *
     * @param scope over the access log
     */
    public Map<StaffId, GivenRight> byStaff(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var found = new HashMap<StaffId, GivenRight>();
        jdbc.sql("""
                        SELECT staff_id, COUNT(*) AS accesses, MAX(ends_at) AS last_end FROM access_care_relation
                        WHERE kind = 'GIVEN' AND ends_at > :now AND begins_at <= :now GROUP BY staff_id""").param("now", Utc.column(clock.instant())).query(row -> {
            found.put(
                    new StaffId(Utc.uuid(row, "staff_id")),
                    new GivenRight(row.getInt("accesses"), Utc.instant(row, "last_end"), 0));
        });
        jdbc.sql("SELECT staff_id, COUNT(*) AS people FROM access_protection_staff GROUP BY staff_id")
                .query(row -> {
                    var people = row.getInt("people");
                    found.merge(
                            new StaffId(Utc.uuid(row, "staff_id")),
                            new GivenRight(0, null, people),
                            (given, _) -> new GivenRight(given.accesses(), given.until(), people));
                });
        return Map.copyOf(found);
    }
}
