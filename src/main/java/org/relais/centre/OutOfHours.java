package org.relais.centre;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.relais.audit.AccessQuestion;
import org.relais.audit.AskedAccess;
import org.relais.audit.QuestionTerms;

/**
 * Whether nobody of that role was expected at work: outside the hours of the rule, or on a day the centre is closed, in
 * every centre the member of staff could have acted for.
 */
@Component
class OutOfHours implements AccessQuestion {

    private final Centres centres;
    private final WorkingDays workingDays;

    OutOfHours(Centres centres, WorkingDays workingDays) {
        this.centres = centres;
        this.workingDays = workingDays;
    }

    @Override
    public String code() {
        return "out-of-hours";
    }

    @Override
    public Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms) {
        var hours = new Hours(
                terms.time("opensAt"), terms.time("closesAt"), terms.words("openAllDays"), terms.words("nightRoles"));
        var known = centres.all().stream().collect(Collectors.toMap(Centre::id, centre -> centre));
        return asked.stream()
                .filter(access -> access.centres().stream().anyMatch(known::containsKey))
                .filter(access -> known.values().stream()
                        .filter(centre -> access.centres().contains(centre.id()))
                        .noneMatch(centre -> expected(access, centre, hours)))
                .map(AskedAccess::row)
                .collect(Collectors.toSet());
    }

    private boolean expected(AskedAccess access, Centre centre, Hours hours) {
        var everyDay = hours.openAllDays().contains(centre.kind().name());
        if (everyDay && hours.nightRoles().contains(access.actorRole())) {
            return true;
        }
        var local = access.at().atZone(centre.serviceDay().zone());
        var time = local.toLocalTime();
        return !time.isBefore(hours.opensAt())
                && time.isBefore(hours.closesAt())
                && (everyDay || workingDays.isWorkingDay(centre, local.toLocalDate()));
    }

    private record Hours(
            java.time.LocalTime opensAt,
            java.time.LocalTime closesAt,
            Set<String> openAllDays,
            Set<String> nightRoles) {}
}
