package org.relais.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.FollowUpContactId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The contacts to be made across people, in one statement a page. */
@Component
class DueContacts {

    private final JdbcClient jdbc;
    private final AftercareDays days;

    DueContacts(JdbcClient jdbc, AftercareDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** By the end of the window, so that the most late ones come first. */
    List<DueContact> page(Scope scope, AftercareFilter filter, @Nullable AftercareCursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("actor", scope.actor().id().value());
        parameters.put("centres", FollowUpTable.values(scope.centres()));
        parameters.put("hidden", FollowUpTable.values(scope.hidden()));
        parameters.put("whole", FollowUpTable.values(scope.actor().wholeCentres()));
        parameters.put("units", FollowUpTable.values(scope.units()));
        parameters.put("team", filter.whose() == AftercareFilter.Whose.TEAM);
        parameters.put("limit", limit);
        var where = new StringBuilder("""
                        SELECT c.*, f.worker_id,
                               (SELECT COUNT(DISTINCT a.made_on) FROM aftercare_attempt a WHERE a.contact_id = c.id)
                               AS tried,
                               (SELECT MAX(a.made_on) FROM aftercare_attempt a WHERE a.contact_id = c.id) AS last_tried
                        FROM aftercare_contact c JOIN aftercare_follow_up f ON f.id = c.follow_up_id
                        WHERE c.is_open AND c.person_id NOT IN (:hidden) AND c.centre_id IN (:centres)
                          AND (f.worker_id = :actor
                               OR (f.worker_id IS NULL AND (c.unit_id IN (:units) OR c.centre_id IN (:whole)))
                               OR (:team AND c.centre_id IN (:whole)))""");
        switch (filter.which()) {
            case DUE -> where.append(" AND ").append(before("from_on", "<=", scope, parameters));
            case LATE -> where.append(" AND ").append(before("until_on", "<", scope, parameters));
            case ALL -> {}
        }
        if (after != null) {
            where.append(" AND (c.until_on > :until OR (c.until_on = :until AND c.id > :id))");
            parameters.put("until", after.until());
            parameters.put("id", after.id().value());
        }
        return jdbc.sql(where + " ORDER BY c.until_on, c.id LIMIT :limit")
                .params(parameters)
                .query(this::row)
                .list();
    }

    // Each centre has a day of its own; the database never derives one.
    private String before(String column, String compared, Scope scope, Map<String, Object> parameters) {
        var alternatives = new ArrayList<String>(List.of("FALSE"));
        for (var centre : scope.centres()) {
            var number = alternatives.size();
            alternatives.add(
                    "(c.centre_id = :centre%1$d AND c.%2$s %3$s :today%1$d)".formatted(number, column, compared));
            parameters.put("centre" + number, centre.value());
            parameters.put("today" + number, days.today(centre));
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private DueContact row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var worker = Utc.uuidOrNull(row, "worker_id");
        var from = row.getObject("from_on", LocalDate.class);
        var until = row.getObject("until_on", LocalDate.class);
        return new DueContact(
                new FollowUpContactId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                new UnitId(Utc.uuid(row, "unit_id")),
                row.getInt("months"),
                row.getObject("due_on", LocalDate.class),
                from,
                until,
                worker == null ? null : new StaffId(worker),
                row.getInt("tried"),
                row.getObject("last_tried", LocalDate.class),
                days.until(centre, from),
                days.until(centre, until),
                false);
    }
}
