package org.relais.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** The functions that members of staff hold beside their role: today, as each centre counts its days. */
@Service
@PreAuthorize("isAuthenticated()")
public class StaffFunctions {

    private final JdbcClient jdbc;
    private final CurrentStaff current;
    private final Centres centres;
    private final Clock clock;

    StaffFunctions(JdbcClient jdbc, CurrentStaff current, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.centres = centres;
        this.clock = clock;
    }

    /** The centres in which the acting member of staff holds the function today; none where nobody is signed in. */
    public Set<CentreId> mine(StaffFunction function) {
        var member = current.find();
        if (member.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("SELECT centre_id, from_day, to_day FROM staff_function WHERE staff_id = ? AND function = ?")
                .param(member.get().id().value())
                .param(function.name())
                .query((row, number) -> new Term(
                        new CentreId(Utc.uuid(row, "centre_id")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list()
                .stream()
                .filter(term ->
                        term.covers(centres.centre(term.centre()).serviceDay().of(clock.instant())))
                .map(Term::centre)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which active members of staff hold which function today in each of these centres. One SQL. */
    public Map<CentreId, Map<StaffFunction, List<StaffId>>> heldToday(Collection<CentreId> asked) {
        var held = new HashMap<CentreId, Map<StaffFunction, List<StaffId>>>();
        if (asked.isEmpty()) {
            return held;
        }
        jdbc.sql("""
                        SELECT f.staff_id, f.centre_id, f.function, f.from_day, f.to_day FROM staff_function f
                        JOIN staff_member m ON m.id = f.staff_id AND m.active
                        WHERE f.centre_id IN (:centres) ORDER BY f.from_day DESC, f.id""")
                .param("centres", asked.stream().map(CentreId::value).toList())
                .query(row -> {
                    var term = new Term(
                            new CentreId(Utc.uuid(row, "centre_id")),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class));
                    if (term.covers(centres.centre(term.centre()).serviceDay().of(clock.instant()))) {
                        held.computeIfAbsent(term.centre(), _ -> new EnumMap<>(StaffFunction.class))
                                .computeIfAbsent(
                                        StaffFunction.valueOf(row.getString("function")), _ -> new ArrayList<>())
                                .add(new StaffId(Utc.uuid(row, "staff_id")));
                    }
                });
        return held;
    }

    private record Term(
            CentreId centre, LocalDate from, @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
