package org.relais.situation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.worklist.CaseFlag;
import org.relais.worklist.CaseFlagSource;
import org.relais.worklist.TaskTitle;

/** Says of a caseload who has no home today: without a roof, or without a place of their own (ETHOS 1 to 7). */
@Component
class HousingFlags implements CaseFlagSource {

    private static final Set<String> ROOFLESS = Set.of("ETHOS_1", "ETHOS_2");
    private static final Set<String> HOUSELESS = Set.of("ETHOS_3", "ETHOS_4", "ETHOS_5", "ETHOS_6", "ETHOS_7");

    private final StateTable table;
    private final SituationDays days;
    private final AccessService access;

    HousingFlags(StateTable table, SituationDays days, AccessService access) {
        this.table = table;
        this.days = days;
        this.access = access;
    }

    @Override
    public Map<PersonId, List<CaseFlag>> flags(Scope scope, Collection<PersonId> people) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleOpens(Section.SOCIAL)) {
            return Map.of();
        }
        var locked = access.lockedBy(scope, Section.SOCIAL, people);
        var flags = new HashMap<PersonId, List<CaseFlag>>();
        table.holding(people, StateKind.HOUSING).stream()
                .filter(row -> scope.centres().contains(row.centre()) && !locked.contains(row.person()))
                .collect(Collectors.groupingBy(StateRow::person))
                .forEach((person, rows) -> flag(rows).ifPresent(flag -> flags.put(person, List.of(flag))));
        return flags;
    }

    private Optional<CaseFlag> flag(List<StateRow> rows) {
        return StatePeriods.on(StatePeriods.of(rows), days.today(rows.getFirst().centre()))
                .map(period -> period.state().code())
                .flatMap(code -> {
                    if (ROOFLESS.contains(code)) {
                        return Optional.of(new CaseFlag(TaskTitle.key("situation.flag.roofless"), Severity.CRITICAL));
                    }
                    return HOUSELESS.contains(code)
                            ? Optional.of(new CaseFlag(TaskTitle.key("situation.flag.houseless"), Severity.WARNING))
                            : Optional.empty();
                });
    }
}
