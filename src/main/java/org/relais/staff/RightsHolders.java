package org.relais.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Who works where and holds which function, for whoever reviews the rights. */
@Service
@PreAuthorize("hasRole('AUDITOR')")
public class RightsHolders {

    private final JdbcClient jdbc;
    private final StaffRegister register;
    private final Clock clock;

    RightsHolders(JdbcClient jdbc, StaffRegister register, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
    }

    /** Everybody with an account, also a closed one; functions that have ended are left out. */
    public List<RightsHolder> all() {
        var functions = functions();
        return register.everybody().stream()
                .map(member -> new RightsHolder(member, functions.getOrDefault(member.id(), List.of())))
                .toList();
    }

    // The day in UTC: a function that ends today may still show, never one that holds may not
    private Map<StaffId, List<HeldFunction>> functions() {
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
