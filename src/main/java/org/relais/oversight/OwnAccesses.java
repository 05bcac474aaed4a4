package org.relais.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.LogCursor;
import org.relais.audit.LogFilter;
import org.relais.audit.LogReading;
import org.relais.audit.LoggedAccess;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffDirectory;

/**
 * Turns the log rows of one person's records into the lines of their report: day by day, what the same reader did
 * several times on one line. What auditors and the search for unusual accesses did is no access of care and stays out.
 */
@Component
class OwnAccesses {

    /** The most rows of the log in one report; what is older needs a report of its own. */
    static final int MOST = 20_000;

    private static final int STRIDE = 1_000;

    private final LogReading log;
    private final Centres centres;
    private final StaffDirectory directory;
    private final RuleInForce<OwnReportRule> rule;

    OwnAccesses(LogReading log, Centres centres, StaffDirectory directory, RuleInForce<OwnReportRule> rule) {
        this.log = log;
        this.centres = centres;
        this.directory = directory;
        this.rule = rule;
    }

    /** @param people the records that are this person's, of which each has rows of its own */
    OwnReport read(AskedReport asked, Collection<PersonId> people, Set<StaffId> leftOut, Instant until) {
        var found = new LinkedHashMap<UUID, LoggedAccess>();
        @Nullable Instant since = null;
        for (var person : people) {
            var cut = collect(LogFilter.of(person).within(null, until), found);
            since = since == null || (cut != null && cut.isAfter(since)) ? cut : since;
        }
        var reaches = since;
        var told = found.values().stream()
                .filter(row -> reaches == null || !row.occurredAt().isBefore(reaches))
                .filter(OwnAccesses::told)
                .toList();
        var readers = new HashSet<StaffId>();
        told.forEach(row -> {
            if (row.actor() != null) {
                readers.add(row.actor());
            }
        });
        var lines = told.stream()
                .filter(row -> row.actor() == null || !leftOut.contains(row.actor()))
                .toList();
        return new OwnReport(asked, until, days(lines), since, readers, leftOut);
    }

    // Gives back the time before which it did not read on
    private @Nullable Instant collect(LogFilter filter, Map<UUID, LoggedAccess> found) {
        @Nullable LogCursor at = null;
        var rows = 0;
        do {
            var page = log.page(filter, at, STRIDE);
            page.rows().forEach(row -> found.put(row.id(), row));
            rows += page.rows().size();
            at = page.next();
        } while (at != null && rows < MOST);
        return at == null ? null : at.occurredAt();
    }

    private static boolean told(LoggedAccess row) {
        return !row.actorRole().equals(Role.AUDITOR.name())
                && !row.section().equals(Section.AUDIT_LOG.name())
                && !row.purpose().equals(Purpose.CONTROL.name())
                && kind(row) != null;
    }

    private List<OwnReportDay> days(List<LoggedAccess> rows) {
        var inForce = rule.now();
        var known = new HashMap<CentreId, Centre>();
        centres.all().forEach(centre -> known.put(centre.id(), centre));
        var workplaces = new HashMap<StaffId, List<Centre>>();
        var days = new TreeMap<LocalDate, Map<Same, TreeSet<LocalTime>>>(Comparator.reverseOrder());
        for (var row : rows) {
            var at = row.occurredAt().atZone(zone(row, known));
            days.computeIfAbsent(at.toLocalDate(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(same(row, inForce, worksIn(row, known, workplaces)), _ -> new TreeSet<>())
                    .add(at.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
        }
        var told = new ArrayList<OwnReportDay>();
        days.forEach((day, lines) -> told.add(new OwnReportDay(
                day,
                lines.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<Same, TreeSet<LocalTime>> line) ->
                                        line.getValue().first())
                                .thenComparing(line -> line.getKey().kind()))
                        .map(line -> line.getKey().line(line.getValue()))
                        .toList())));
        return told;
    }

    private Same same(LoggedAccess row, OwnReportRule inForce, List<Centre> worksIn) {
        var kind = kind(row);
        if (kind == null) {
            throw new IllegalStateException("A row that is not told");
        }
        var named = !worksIn.isEmpty() && worksIn.stream().allMatch(centre -> inForce.names(centre.countryProfile()));
        var refused = kind == ReadKind.REFUSED || kind == ReadKind.REFUSED_EMERGENCY;
        return new Same(
                kind,
                row.actor(),
                named,
                row.actorRole(),
                worksIn.size() == 1 ? worksIn.getFirst().id() : null,
                kind == ReadKind.LISTED ? Section.RECORD.name() : row.section(),
                refused ? null : reason(row, kind),
                kind == ReadKind.EMERGENCY ? row.reason() : null);
    }

    // Of somebody who works in several, a list's row does not tell for which
    private List<Centre> worksIn(LoggedAccess row, Map<CentreId, Centre> known, Map<StaffId, List<Centre>> workplaces) {
        var centre = row.actorCentre();
        var actor = row.actor();
        if (centre != null) {
            var one = known.get(centre);
            return one == null ? List.of() : List.of(one);
        }
        return actor == null
                ? List.of()
                : workplaces.computeIfAbsent(
                        actor,
                        each -> directory.workplaces(each).stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private static ZoneId zone(LoggedAccess row, Map<CentreId, Centre> known) {
        var centre = row.actorCentre() == null ? null : known.get(row.actorCentre());
        return known.values().stream()
                .filter(each -> centre == null || each.equals(centre))
                .min(Comparator.comparing(Centre::code))
                .map(Centre::serviceDay)
                .map(ServiceDay::zone)
                .orElse(ZoneId.of("Europe/Paris"));
    }

    private static @Nullable ReadKind kind(LoggedAccess row) {
        if (!row.allowed()) {
            return row.action() == AccessAction.EMERGENCY ? ReadKind.REFUSED_EMERGENCY : ReadKind.REFUSED;
        }
        return switch (row.action()) {
            case VIEW -> ReadKind.OPENED;
            case SHOW -> ReadKind.LISTED;
            case EMERGENCY -> ReadKind.EMERGENCY;
            case CREATE -> ReadKind.ADDED;
            case CHANGE -> ReadKind.CHANGED;
            case SIGN -> ReadKind.SIGNED;
            case PRINT -> ReadKind.PRINTED;
            case EXPORT -> ReadKind.EXPORTED;
            case IMPORT -> ReadKind.IMPORTED;
            case SEARCH, SIGN_IN, SIGN_OUT, LOG_REVIEW -> null;
        };
    }

    private static ReadReason reason(LoggedAccess row, ReadKind kind) {
        if (kind == ReadKind.EMERGENCY || "emergency".equals(row.basis())) {
            return ReadReason.EMERGENCY;
        }
        if (kind == ReadKind.IMPORTED || row.purpose().equals(Purpose.IMPORT.name())) {
            return ReadReason.IMPORT;
        }
        if (row.purpose().equals(Purpose.COORDINATION.name())) {
            return ReadReason.COORDINATION;
        }
        if (row.purpose().equals(Purpose.ADMINISTRATION.name())) {
            return ReadReason.ADMINISTRATION;
        }
        return switch (String.valueOf(row.basis())) {
            case "relation" -> ReadReason.TEAM;
            case "relation+consent" -> ReadReason.SHARED;
            default -> ReadReason.CARE;
        };
    }

    /** What makes rows of one day one line. */
    private record Same(
            ReadKind kind,
            @Nullable StaffId reader,
            boolean named,
            String role,
            @Nullable CentreId centre,
            String section,
            @Nullable ReadReason reason,
            @Nullable String emergency) {

        OwnReportLine line(Collection<LocalTime> times) {
            return new OwnReportLine(kind, List.copyOf(times), reader, named, role, centre, section, reason, emergency);
        }
    }
}
