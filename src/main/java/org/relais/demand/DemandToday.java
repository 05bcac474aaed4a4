package org.relais.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeService;
import org.relais.episode.TreatmentRow;
import org.relais.person.PersonRoutes;
import org.relais.rules.RuleInForce;
import org.relais.shared.PersonId;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * For "my day" of a key worker: what was not asked at the beginning of a treatment, as far as their role may ask it. What
 * was asked and is not known is nothing to do.
 */
@Component
class DemandToday implements TodaySource {

    private final DemandTable table;
    private final RuleInForce<DemandRule> rule;
    private final EpisodeService episodes;
    private final GivenAccesses accesses;
    private final AccessService access;
    private final Centres centres;

    DemandToday(
            DemandTable table,
            RuleInForce<DemandRule> rule,
            EpisodeService episodes,
            GivenAccesses accesses,
            AccessService access,
            Centres centres) {
        this.table = table;
        this.rule = rule;
        this.episodes = episodes;
        this.accesses = accesses;
        this.access = access;
        this.centres = centres;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        var applied = rule.now();
        var mine = applied.items().stream()
                // Whoever never had the treatment has no age at its beginning
                .filter(item -> item.item() != DemandItem.FIRST_OST && access.roleWrites(item.section()))
                .toList();
        var people = mine.isEmpty() ? List.<PersonId>of() : List.copyOf(accesses.keyedTo(scope));
        if (people.isEmpty()) {
            return List.of();
        }
        // The sheet asks of the latest treatment alone
        var treatments = episodes.treatmentsNow(scope, people).stream()
                .collect(Collectors.toMap(TreatmentRow::person, one -> one, (_, later) -> later))
                .values();
        var asked = table.of(treatments.stream().map(TreatmentRow::episode).toList()).stream()
                .collect(Collectors.groupingBy(
                        IntakeAnswer::episode, Collectors.mapping(IntakeAnswer::item, Collectors.toSet())));
        // Of what somebody locked, their sheet asks nothing
        var locked = access.lockedSections(scope, people);
        return treatments.stream()
                .map(treatment -> {
                    var answered = asked.getOrDefault(treatment.episode(), Set.of());
                    var here = applied.items(centres.centre(treatment.centre()));
                    var missing = mine.stream()
                            .filter(here::contains)
                            .filter(item -> !answered.contains(item.item()))
                            .filter(item -> !locked.getOrDefault(treatment.person(), Set.of())
                                    .contains(item.section()))
                            .count();
                    return missing == 0 ? null : item(scope, treatment, missing);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private TodayItem item(Scope scope, TreatmentRow treatment, long missing) {
        var day = centres.centre(treatment.centre()).serviceDay();
        var due = day.of(treatment.openedAt()).plusDays(rule.now().intakeDays());
        return new TodayItem(
                TodayItem.Kind.DUE,
                scope.actor().role().discipline(),
                treatment.person(),
                TaskTitle.key("demand.today.missing", String.valueOf(missing)),
                day.endOf(due),
                due,
                treatment.centre(),
                PersonRoutes.record(treatment.person(), DemandRoutes.SECTION));
    }
}
