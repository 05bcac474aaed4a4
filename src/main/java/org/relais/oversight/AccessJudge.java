package org.relais.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.MergedPeople;
import org.relais.access.Scope;
import org.relais.audit.AccessStreams;
import org.relais.audit.AskedAccess;
import org.relais.audit.LoggedAccess;
import org.relais.audit.OpenedRecord;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/** Holds the rules in force against accesses. It evaluates; every number and hour stands in the rules. */
@Component
class AccessJudge {

    private final UnusualAccessRules rules;
    private final AccessStreams streams;
    private final MergedPeople merged;
    private final StaffDirectory directory;
    private final Centres centres;

    AccessJudge(
            UnusualAccessRules rules,
            AccessStreams streams,
            MergedPeople merged,
            StaffDirectory directory,
            Centres centres) {
        this.rules = rules;
        this.streams = streams;
        this.merged = merged;
        this.directory = directory;
        this.centres = centres;
    }

    /** Whether a rule may ask about the access at all: somebody did something to somebody's record. */
    static boolean concerns(LoggedAccess access) {
        return access.actor() != null && access.person() != null;
    }

    /** What the rules find in these accesses, each once, the first access of its day standing for it. */
    List<NewFinding> judge(Scope task, List<LoggedAccess> rows) {
        var accesses = rows.stream().filter(AccessJudge::concerns).toList();
        if (accesses.isEmpty()) {
            return List.of();
        }
        var asked = asked(task, accesses);
        var found = new LinkedHashMap<NewFinding.Key, NewFinding>();
        for (var rule : rules.inForce()) {
            var eligible = accesses.stream()
                    .filter(access -> access.allowed() || rule.refusals())
                    .filter(access -> rule.actions().isEmpty() || rule.actions().contains(access.action()))
                    .toList();
            var holding = holding(rule, eligible, asked);
            findings(
                            rule,
                            eligible.stream()
                                    .filter(access -> holding.contains(access.id()))
                                    .toList(),
                            asked)
                    .forEach(finding -> found.merge(finding.key(), finding, AccessJudge::one));
        }
        return List.copyOf(found.values());
    }

    /** The service day an access belongs to, in the centre that was acted for. */
    LocalDate serviceDay(@Nullable CentreId centre, Instant at) {
        return known(centre)
                .map(found -> found.serviceDay().of(at))
                .orElseGet(() -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** The centre that was acted for; where the log names none, the first of those in which they work. */
    @Nullable
    CentreId centre(LoggedAccess access) {
        var centre = access.actorCentre();
        return centre != null
                ? centre
                : centre(directory.members(Set.of(), Set.of(actor(access))).stream()
                        .flatMap(member -> member.centres().stream())
                        .toList());
    }

    // Of two in one day the first access stands, with the larger number
    private static NewFinding one(NewFinding first, NewFinding later) {
        var records = first.records();
        var more = later.records();
        return records == null || more == null || more <= records
                ? first
                : new NewFinding(
                        first.rule(),
                        first.access(),
                        first.actor(),
                        first.person(),
                        first.centre(),
                        first.serviceDay(),
                        more);
    }

    private Set<UUID> holding(UnusualAccessRule rule, List<LoggedAccess> eligible, Map<UUID, AskedAccess> asked) {
        var left = eligible.stream()
                .map(access -> Objects.requireNonNull(asked.get(access.id())))
                .toList();
        for (var condition : rule.conditions()) {
            var holding = rules.holding(condition, left);
            left = left.stream().filter(each -> holding.contains(each.row())).toList();
        }
        return left.stream().map(AskedAccess::row).collect(Collectors.toSet());
    }

    private List<NewFinding> findings(
            UnusualAccessRule rule, List<LoggedAccess> holding, Map<UUID, AskedAccess> asked) {
        var volume = rule.volume();
        var counts = volume == null ? Map.<UUID, Integer>of() : counts(holding, volume);
        var findings = new ArrayList<NewFinding>();
        for (var access : holding) {
            var count = counts.get(access.id());
            if (volume != null && (count == null || count <= volume.records())) {
                continue;
            }
            var centre = centre(Objects.requireNonNull(asked.get(access.id())).centres());
            findings.add(new NewFinding(
                    rule,
                    access,
                    actor(access),
                    volume == null ? access.person() : null,
                    centre,
                    serviceDay(centre, access.occurredAt()),
                    count));
        }
        return findings;
    }

    /** How many records the same member of staff had opened in the minutes up to each access. */
    private Map<UUID, Integer> counts(List<LoggedAccess> accesses, UnusualAccessRule.Volume volume) {
        if (accesses.isEmpty()) {
            return Map.of();
        }
        var reach = Duration.ofMinutes(volume.minutes());
        var times = accesses.stream().map(LoggedAccess::occurredAt).sorted().toList();
        var staff = accesses.stream().map(AccessJudge::actor).collect(Collectors.toSet());
        var opened = streams.opened(staff, times.getFirst().minus(reach), times.getLast()).stream()
                .sorted(Comparator.comparing(OpenedRecord::at))
                .collect(Collectors.groupingBy(OpenedRecord::actor));
        var byActor = accesses.stream()
                .sorted(Comparator.comparing(LoggedAccess::occurredAt))
                .collect(Collectors.groupingBy(AccessJudge::actor));
        var counts = new HashMap<UUID, Integer>();
        byActor.forEach((actor, own) -> counts.putAll(counts(own, opened.getOrDefault(actor, List.of()), reach)));
        return counts;
    }

    // Both in the order of time: one window moves over what was opened
    private static Map<UUID, Integer> counts(List<LoggedAccess> own, List<OpenedRecord> opened, Duration reach) {
        var counts = new HashMap<UUID, Integer>();
        var within = new HashMap<PersonId, Integer>();
        int first = 0;
        int next = 0;
        for (var access : own) {
            while (next < opened.size() && !opened.get(next).at().isAfter(access.occurredAt())) {
                within.merge(opened.get(next++).person(), 1, Integer::sum);
            }
            while (first < next
                    && !opened.get(first).at().isAfter(access.occurredAt().minus(reach))) {
                within.computeIfPresent(opened.get(first++).person(), (_, times) -> times == 1 ? null : times - 1);
            }
            counts.put(access.id(), within.size());
        }
        return counts;
    }

    private Map<UUID, AskedAccess> asked(Scope task, List<LoggedAccess> accesses) {
        var people = accesses.stream().map(AccessJudge::person).collect(Collectors.toSet());
        var groups = merged.groups(task, people);
        var members =
                directory
                        .members(
                                Set.of(),
                                accesses.stream().map(AccessJudge::actor).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(StaffMember::id, StaffMember::centres));
        var asked = new HashMap<UUID, AskedAccess>();
        for (var access : accesses) {
            var centre = access.actorCentre();
            asked.put(
                    access.id(),
                    new AskedAccess(
                            access.id(),
                            actor(access),
                            access.actorRole(),
                            centre == null ? members.getOrDefault(actor(access), Set.of()) : Set.of(centre),
                            groups.getOrDefault(person(access), Set.of(person(access))),
                            access.occurredAt()));
        }
        return asked;
    }

    private @Nullable CentreId centre(Collection<CentreId> among) {
        return centres.all().stream()
                .map(Centre::id)
                .filter(among::contains)
                .findFirst()
                .orElse(null);
    }

    private java.util.Optional<Centre> known(@Nullable CentreId id) {
        return centres.all().stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    private static StaffId actor(LoggedAccess access) {
        return Objects.requireNonNull(access.actor());
    }

    private static PersonId person(LoggedAccess access) {
        return Objects.requireNonNull(access.person());
    }
}
