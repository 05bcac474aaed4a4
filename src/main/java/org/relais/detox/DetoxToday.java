package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.person.PersonRoutes;
import org.relais.shared.Discipline;
import org.relais.staff.Role;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The observations that are due within a shift, on the day of the nurses who make them. */
@Component
class DetoxToday implements TodaySource {

    private static final Duration SHIFT = Duration.ofHours(8);

    private final DetoxTable table;
    private final ObservationCourses courses;
    private final VisitFacts facts;
    private final Definitions definitions;
    private final AccessService access;
    private final Clock clock;

    DetoxToday(
            DetoxTable table,
            ObservationCourses courses,
            VisitFacts facts,
            Definitions definitions,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.courses = courses;
        this.facts = facts;
        this.definitions = definitions;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        if (scope.actor().role() != Role.NURSE) {
            return List.of();
        }
        var medical = access.scope(Section.MEDICAL, Purpose.CARE, null);
        if (medical.level() != Level.READ) {
            return List.of();
        }
        var active = table.live(medical).stream()
                .filter(row -> row.state() == DetoxState.ACTIVE)
                .toList();
        access.show(medical, active.stream().map(DetoxRow::person).toList());
        var until = clock.instant().plus(SHIFT);
        var items = new ArrayList<TodayItem>();
        var observations = courses.of(medical, active);
        var visits = facts.of(
                medical,
                active.stream()
                        .filter(row -> row.setting() == DetoxSetting.OUTPATIENT)
                        .toList());
        for (var row : active) {
            var visit = visits.get(row.id());
            if (visit != null && visit.course() != null) {
                visit(row, visit.course().today()).ifPresent(items::add);
                continue;
            }
            for (var one : observations.getOrDefault(row.id(), List.of())) {
                if (one.course().dueAt().isBefore(until)) {
                    items.add(new TodayItem(
                            TodayItem.Kind.DUE,
                            Discipline.MEDICAL,
                            row.person(),
                            TaskTitle.key("detox.today", name(one.instrument())),
                            one.course().dueAt(),
                            row.centre(),
                            PersonRoutes.record(row.person())));
                }
            }
        }
        return items;
    }

    // A visit is one line, whatever is measured there
    private static Optional<TodayItem> visit(DetoxRow row, VisitCourse.@Nullable Expected today) {
        return today == null || today.state() == VisitCourse.State.SEEN
                ? Optional.empty()
                : Optional.of(new TodayItem(
                        TodayItem.Kind.DUE,
                        Discipline.MEDICAL,
                        row.person(),
                        TaskTitle.key("detox.today.visit"),
                        today.at(),
                        row.centre(),
                        DetoxRoutes.visit(row.centre(), row.person())));
    }

    private String name(String instrument) {
        return definitions.instrument(instrument, 1).map(Instrument::shortName).orElse(instrument);
    }
}
