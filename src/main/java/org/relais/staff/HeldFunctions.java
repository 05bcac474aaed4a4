package org.relais.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The functions that members of staff hold or will hold. */
@Component
class HeldFunctions {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldFunctions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The members, each with their functions that have not ended. */
    List<RightsHolder> holders(List<StaffMember> members) {
        var held = notEnded();
        return members.stream()
                .map(member -> new RightsHolder(member, held.getOrDefault(member.id(), List.of())))
                .toList();
    }

    // The day in UTC: a function that ends today may still show, never one that holds may not
    private Map<StaffId, List<HeldFunction>> notEnded() {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var held = new HashMap<StaffId, List<HeldFunction>>();
        jdbc.sql("""
                        SELECT staff_id, centre_id, function, from_day, to_day FROM staff_function
                        WHERE to_day IS NULL OR to_day >= ? ORDER BY from_day, id""").param(yesterday).query(row -> {
            held.computeIfAbsent(new StaffId(Utc.uuid(row, "staff_id")), _ -> new ArrayList<>())
                    .add(new HeldFunction(
                            StaffFunction.valueOf(row.getString("function")),
                            new CentreId(Utc.uuid(row, "centre_id")),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class)));
        });
        return held;
    }
}
