package org.relais.episode;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.indicator.Place;
import org.relais.indicator.PresentItem;
import org.relais.indicator.PresentSource;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Who waits for a place now; those with a high priority come before the others. */
@Component
class PresentWaiting implements PresentSource {

    private final JdbcClient jdbc;
    private final AccessService access;

    PresentWaiting(JdbcClient jdbc, AccessService access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    public String code() {
        return "WAITING";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATIVE;
    }

    @Override
    public List<PresentItem> items(Scope scope, Set<CentreId> asked) {
        access.require(scope, Section.REPORT);
        return jdbc
                .sql("""
                        SELECT id, person_id, centre_id, unit_id, priority, waiting_since FROM episode_episode
                        WHERE state = 'WAITING' AND centre_id IN (:centres)
                        ORDER BY priority_rank, waiting_since, id""")
                .param("centres", asked.stream().map(CentreId::value).toList())
                .query((row, _) -> new PresentItem(
                        Utc.uuid(row, "id"),
                        new Place(new CentreId(Utc.uuid(row, "centre_id")), new UnitId(Utc.uuid(row, "unit_id"))),
                        new PersonId(Utc.uuid(row, "person_id")),
                        null,
                        Utc.instantOrNull(row, "waiting_since"),
                        true,
                        Priority.HIGH.name().equals(row.getString("priority"))))
                .list()
                .stream()
                .filter(item -> item.person() == null || !scope.hidden().contains(item.person()))
                .toList();
    }
}
