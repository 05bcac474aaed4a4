package org.relais.episode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.indicator.Place;
import org.relais.indicator.PresentItem;
import org.relais.indicator.PresentSource;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Every bed that is not closed, and who is in it now. */
@Component
class PresentBeds implements PresentSource {

    private final JdbcClient jdbc;
    private final Centres centres;
    private final BedRows beds;
    private final AccessService access;

    PresentBeds(JdbcClient jdbc, Centres centres, BedRows beds, AccessService access) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.beds = beds;
        this.access = access;
    }

    @Override
    public String code() {
        return "OCCUPANCY";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATIVE;
    }

    @Override
    public List<PresentItem> items(Scope scope, Set<CentreId> asked) {
        access.require(scope, Section.REPORT);
        var taken = new HashMap<BedId, PresentItem>();
        var units = centres.all().stream()
                .filter(centre -> asked.contains(centre.id()))
                .flatMap(centre -> centre.units().stream())
                .toList();
        var all = units.stream().flatMap(unit -> unit.beds().stream()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var states = beds.states(all);
        jdbc.sql("""
                        SELECT o.bed_id, e.person_id, e.centre_id, e.unit_id, e.opened_at
                        FROM episode_bed_occupancy o
                        JOIN episode_stay s ON s.id = o.stay_id
                        JOIN episode_episode e ON e.id = s.episode_id
                        WHERE e.centre_id IN (:centres)""")
                .param("centres", asked.stream().map(CentreId::value).toList())
                .query(row -> {
                    var bed = new BedId(Utc.uuid(row, "bed_id"));
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    var place =
                            new Place(new CentreId(Utc.uuid(row, "centre_id")), new UnitId(Utc.uuid(row, "unit_id")));
                    var since = Utc.instantOrNull(row, "opened_at");
                    taken.put(bed, new PresentItem(bed.value(), place, person, null, since, true, false));
                });
        var items = new ArrayList<PresentItem>();
        for (var unit : units) {
            for (var bed : unit.beds()) {
                var item = taken.get(bed.id());
                var state = states.get(bed.id());
                if (item != null) {
                    items.add(withoutHidden(scope, item));
                } else if (state == null || state.condition() != BedCondition.CLOSED) {
                    items.add(new PresentItem(
                            bed.id().value(), new Place(unit.centre(), unit.id()), null, null, null, false, false));
                }
            }
        }
        return items;
    }

    // A bed that is taken is not free, whoever is in it
    private static PresentItem withoutHidden(Scope scope, PresentItem item) {
        var person = item.person();
        return person != null && scope.hidden().contains(person)
                ? new PresentItem(item.source(), item.place(), null, null, null, true, false)
                : item;
    }
}
