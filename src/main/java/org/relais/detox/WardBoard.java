package org.relais.detox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeService;
import org.relais.escalation.Alarm;
import org.relais.escalation.Escalations;
import org.relais.shared.DetoxId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;

/** Everybody in the beds of a ward at one glance: who, what from, the last score, and what is due. */
@Service
public class WardBoard {

    private final EpisodeService episodes;
    private final DetoxTable table;
    private final ObservationCourses courses;
    private final Escalations escalations;
    private final AccessService access;

    WardBoard(
            EpisodeService episodes,
            DetoxTable table,
            ObservationCourses courses,
            Escalations escalations,
            AccessService access) {
        this.episodes = episodes;
        this.table = table;
        this.courses = courses;
        this.escalations = escalations;
        this.access = access;
    }

    /**
     * The beds of a unit in the scopes' centres, in the order of their rooms. The number of SQL does not depend on how
     * many there are.
     *
     * @param beds over the administrative section, for care: who is in which bed
     * @param medical over the medical section, of a reader who sees all of it
     * @throws org.relais.shared.NotFound when the unit is of another centre
     */
    @Transactional
    public List<WardRow> of(Scope beds, Scope medical, UnitId unit) {
        access.requireFull(medical, Section.MEDICAL);
        var rows = episodes.beds(beds, unit);
        return rows(medical, rows, access.lockedBy(medical, Section.MEDICAL, people(rows)));
    }

    /**
     * As {@link #of}, for a screen that anybody who passes may read: without a name, and of who locked the section only
     * when something is due. The people are the caller's to log.
     *
     * @param beds of {@link AccessService#displayScope}, as the other one
     */
    @Transactional(readOnly = true)
    public List<WardRow> nameless(Scope beds, Scope medical, UnitId unit) {
        access.requireTask(beds);
        access.requireTask(medical);
        access.requireFull(medical, Section.MEDICAL);
        var rows = episodes.namelessBeds(beds, unit);
        return rows(medical, rows, access.lockedBeforeAll(medical, Section.MEDICAL, people(rows)));
    }

    private List<WardRow> rows(Scope medical, List<BedRow> rows, Set<PersonId> locked) {
        var people = people(rows);
        var withdrawals =
                table.live(medical, people).stream().collect(Collectors.toMap(DetoxRow::person, Function.identity()));
        var active = withdrawals.values().stream()
                .filter(row -> row.state() == DetoxState.ACTIVE)
                .toList();
        var observations = courses.of(medical, active);
        var alarms = escalations.open(medical, people).stream().collect(Collectors.groupingBy(Alarm::person));
        return rows.stream()
                .map(bed -> row(bed, withdrawals, observations, alarms, locked))
                .toList();
    }

    private static Set<PersonId> people(List<BedRow> rows) {
        return rows.stream().map(BedRow::person).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static WardRow row(
            BedRow bed,
            Map<PersonId, DetoxRow> withdrawals,
            Map<DetoxId, List<ObservationNow>> observations,
            Map<PersonId, List<Alarm>> alarms,
            Set<PersonId> locked) {
        var person = bed.person();
        var detox = person == null ? null : withdrawals.get(person);
        if (person == null) {
            return new WardRow(bed, null, List.of(), List.of(), false);
        }
        var open = alarms.getOrDefault(person, List.of());
        if (detox == null) {
            return new WardRow(bed, null, List.of(), open, false);
        }
        var withheld = locked.contains(person);
        return new WardRow(
                bed,
                withheld ? detox.concealed() : detox,
                observations.getOrDefault(detox.id(), List.of()),
                open,
                withheld);
    }
}
