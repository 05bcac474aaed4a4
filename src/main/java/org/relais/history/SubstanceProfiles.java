package org.relais.history;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.person.PersonService;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/**
 * What people tell of the substances they use (domain reference H.1, items 13 to 21). A change is a new version with who
 * and when; nothing is overwritten. Guarded by the medical section: it is what the physician and the nurse of a
 * withdrawal need.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class SubstanceProfiles {

    /** The type of the entry that a version leaves in the record. */
    public static final String ENTRY = "history.substances";

    /** In the entry's detail: the code of the primary substance. */
    public static final String PRIMARY = "primary";

    /** In the entry's detail: the codes of the secondary substances, comma-separated; absent where not asked. */
    public static final String SECONDARY = "secondary";

    /** In the entry's detail: the version of the list of answers. */
    public static final String LIST = "list";

    private final SubstanceTable table;
    private final SubstanceLists lists;
    private final PersonService people;
    private final Timeline timeline;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    SubstanceProfiles(
            SubstanceTable table,
            SubstanceLists lists,
            PersonService people,
            Timeline timeline,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.people = people;
        this.timeline = timeline;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Keeps a new version. Stands in the record and in the access log.
     *
     * @param write to write in the medical section
     * @throws InvalidInput at the answer that is not in the list or contradicts another, at {@code centre}
     * @throws StaleProfile when somebody kept another version of this centre meanwhile, with how it stands now
     */
    public SubstanceProfile save(Grant write, SaveSubstances command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "history.error.centre");
        }
        var list = lists.now();
        var now = clock.instant();
        var zone = centres.centre(command.centre()).serviceDay().zone();
        var local = LocalDateTime.ofInstant(now, zone);
        var age = people.lifeStage(write).age(local.toLocalDate());
        var answers = new SubstanceCheck(list, age, local).checked(command.answers());
        var latest = table.latest(write.people(), command.centre());
        var version = latest.map(SubstanceProfile::version).orElse(0);
        if (version != command.expectedVersion()) {
            throw latest.map(StaleProfile::new)
                    .orElseThrow(() -> new InvalidInput("expectedVersion", "shared.error.stale"));
        }
        var profile = new SubstanceProfile(
                command.id(),
                write.person(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                version + 1,
                list.rule().version(),
                answers,
                now,
                write.actor().id());
        var entry = append(write, profile);
        try {
            table.insert(profile, entry);
        } catch (DuplicateKeyException quicker) {
            throw new StaleProfile(
                    table.latest(write.people(), command.centre()).orElseThrow());
        }
        access.recordChange(
                write,
                write.person(),
                version == 0 ? AccessAction.CREATE : AccessAction.CHANGE,
                "substance-profile",
                profile.id());
        return profile;
    }

    /**
     * The versions that the grant shows. One statement.
     *
     * @param grant to read or write the medical section
     */
    @Transactional(readOnly = true)
    public SubstanceHistory of(Grant grant) {
        access.require(grant, Section.MEDICAL, Right.READ);
        var all = table.of(grant.people());
        var shown = all.stream()
                .filter(one -> grant.entryLevel(
                                Section.MEDICAL,
                                one.centre(),
                                one.unit(),
                                one.recordedBy().equals(grant.actor().id()))
                        == EntryLevel.FULL)
                .toList();
        return new SubstanceHistory(shown, shown.size() < all.size());
    }

    /**
     * How the profiles of several people stand at the centres of the scope, for lists and reports. Without an entry:
     * nobody told it there, or the person locked it. The number of statements does not depend on how many people.
     *
     * @param medical over the medical section, whose reader sees all of it; the people are those of a page already shown
     */
    @Transactional(readOnly = true)
    public Map<PersonId, SubstanceProfile> of(Scope medical, Collection<PersonId> asked) {
        access.requireFull(medical, Section.MEDICAL);
        var shown = asked.stream()
                .filter(person -> !medical.hidden().contains(person))
                .collect(Collectors.toSet());
        if (shown.isEmpty() || medical.centres().isEmpty()) {
            return Map.of();
        }
        var sections = access.lockedBy(medical, Section.MEDICAL, shown);
        var units = access.lockedUnits(medical, shown);
        return table.latest(medical, shown).stream()
                .filter(one -> one.recordedBy().equals(medical.actor().id()) || !closed(one, sections, units))
                .collect(Collectors.toMap(SubstanceProfile::person, Function.identity()));
    }

    /**
     * Every version of several people at the centres of the scope, the newest first, under the surviving record: for
     * what is counted, which asks how things stood on a day. One statement.
     *
     * @param task a named background task
     */
    @Transactional(readOnly = true)
    public Map<PersonId, List<SubstanceProfile>> versions(Scope task, Collection<PersonId> asked) {
        access.requireTask(task);
        access.require(task, Section.MEDICAL);
        return table.versions(task, asked).stream().collect(Collectors.groupingBy(SubstanceProfile::person));
    }

    private static boolean closed(SubstanceProfile one, Set<PersonId> sections, Map<PersonId, Set<UnitId>> units) {
        return sections.contains(one.person())
                || (one.unit() != null
                        && units.getOrDefault(one.person(), Set.of()).contains(one.unit()));
    }

    private EntryId append(Grant write, SubstanceProfile profile) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(PRIMARY, String.valueOf(profile.answers().primary()));
        if (!profile.answers().secondary().isEmpty()) {
            detail.put(SECONDARY, String.join(",", profile.answers().secondary()));
        }
        detail.put(LIST, String.valueOf(profile.list()));
        return timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                ENTRY,
                                profile.recordedAt(),
                                profile.centre(),
                                profile.id())
                        .by(write.actor().id())
                        .with(detail));
    }
}
