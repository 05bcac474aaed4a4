package org.relais.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.Id;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * What of the timeline one grant reaches, as SQL conditions, so that a page is full and no hidden row leaves the
 * database, and as the cut of each row. Both ask {@link Grant#entryLevel}; a visibility only narrows the answer.
 */
class EntryReach {

    /** Rows of which at least the existence may be known. */
    static final String VISIBLE = "(e.section IN (:anywhere) OR (e.section IN (:here) AND e.centre_id IN (:centres)))";

    /** Of these, the rows of which type and title may be known: not what a unit wrote that the person locked. */
    static final String KNOWN = """
            ((e.author_id = :me AND e.section IN (:authored))
             OR ((e.section IN (:knownAnywhere) OR (e.section IN (:knownHere) AND e.centre_id IN (:centres)))
                 AND (e.unit_id IS NULL OR e.unit_id NOT IN (:lockedUnits))
                 AND (e.visibility = 'TEAM' OR (e.visibility = 'DISCIPLINE' AND e.discipline = :discipline))))""";

    // A list that matches nothing is not SQL when it is empty.
    private static final Set<String> NOTHING = Set.of("-");

    private final Grant grant;
    private final CentreId elsewhere = CentreId.create();

    EntryReach(Grant grant) {
        this.grant = grant;
    }

    /** The parameters of {@link #VISIBLE} and {@link #KNOWN}. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("me", grant.actor().id().value());
        parameters.put("discipline", grant.actor().role().discipline().name());
        parameters.put("centres", values(grant.centres()));
        parameters.put("lockedUnits", values(grant.lockedUnits()));
        parameters.put("anywhere", sections(section -> at(section, elsewhere, false) != EntryLevel.HIDDEN));
        parameters.put("here", sections(section -> here(section) != EntryLevel.HIDDEN));
        parameters.put("authored", sections(section -> known(at(section, elsewhere, true))));
        parameters.put("knownAnywhere", sections(section -> known(at(section, elsewhere, false))));
        parameters.put("knownHere", sections(section -> known(here(section))));
        return parameters;
    }

    /** How much of one row may be read. */
    EntryLevel level(
            Section section,
            CentreId centre,
            @Nullable UnitId unit,
            Discipline discipline,
            Visibility visibility,
            @Nullable StaffId author) {
        var own = own(author);
        var level = grant.entryLevel(section, centre, unit, own);
        if (own || level == EntryLevel.HIDDEN || admits(visibility, discipline)) {
            return level;
        }
        return EntryLevel.EXISTENCE;
    }

    boolean own(@Nullable StaffId author) {
        return grant.actor().id().equals(author);
    }

    boolean elsewhere(CentreId centre) {
        return !grant.centres().contains(centre);
    }

    private boolean admits(Visibility visibility, Discipline discipline) {
        return switch (visibility) {
            case TEAM -> true;
            case DISCIPLINE -> grant.actor().role().discipline() == discipline;
            case AUTHOR -> false;
        };
    }

    private EntryLevel here(Section section) {
        return grant.centres().stream()
                .findFirst()
                .map(centre -> at(section, centre, false))
                .orElse(EntryLevel.HIDDEN);
    }

    private EntryLevel at(Section section, CentreId centre, boolean author) {
        return grant.entryLevel(section, centre, null, author);
    }

    private static boolean known(EntryLevel level) {
        return level == EntryLevel.FULL || level == EntryLevel.SUMMARY;
    }

    private static Set<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? Set.of(new UUID(0, 0))
                : ids.stream().map(Id::value).collect(Collectors.toSet());
    }

    private static Set<String> sections(Predicate<Section> which) {
        var names =
                Arrays.stream(Section.values()).filter(which).map(Section::name).collect(Collectors.toSet());
        return names.isEmpty() ? NOTHING : names;
    }
}
