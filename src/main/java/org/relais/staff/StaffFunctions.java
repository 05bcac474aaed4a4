package org.relais.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Utc;

/** The functions that the acting member of staff holds beside their role: today, as each centre counts its days. */
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

    private record Term(
            CentreId centre, LocalDate from, @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
