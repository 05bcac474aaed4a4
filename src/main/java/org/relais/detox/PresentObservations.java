package org.relais.detox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.indicator.Place;
import org.relais.indicator.PresentItem;
import org.relais.indicator.PresentSource;
import org.relais.shared.CentreId;

/**
 * The observations that are overdue now. They are worked out from what was observed, which whoever asks may not read:
 * it is read under the name of the task, and only since when something is due leaves it.
 */
@Component
class PresentObservations implements PresentSource {

    private static final String TASK = "overdue-observations";

    private final DetoxTable table;
    private final ObservationCourses courses;
    private final AccessService access;

    PresentObservations(DetoxTable table, ObservationCourses courses, AccessService access) {
        this.table = table;
        this.courses = courses;
        this.access = access;
    }

    @Override
    public String code() {
        return "OVERDUE_OBSERVATIONS";
    }

    @Override
    public Section section() {
        return Section.MEDICAL;
    }

    @Override
    public List<PresentItem> items(Scope scope, Set<CentreId> asked) {
        access.require(scope, Section.REPORT);
        var items = new ArrayList<PresentItem>();
        for (var centre : asked) {
            var medical = access.taskScope(TASK, centre, Section.MEDICAL, Purpose.COORDINATION);
            var active = table.live(medical).stream()
                    .filter(row ->
                            row.state() == DetoxState.ACTIVE && !scope.hidden().contains(row.person()))
                    .toList();
            if (active.isEmpty()) {
                continue;
            }
            var observations = courses.of(medical, active);
            for (var row : active) {
                for (var observation : observations.getOrDefault(row.id(), List.of())) {
                    if (observation.course().status() == ObservationStatus.OVERDUE) {
                        items.add(new PresentItem(
                                row.id().value(),
                                new Place(row.centre(), row.unit()),
                                row.person(),
                                null,
                                observation.course().dueAt(),
                                true,
                                false));
                    }
                }
            }
        }
        items.sort(Comparator.comparing(item -> Objects.requireNonNull(item.since())));
        return items;
    }
}
