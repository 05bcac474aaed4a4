package org.relais.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.demand.CaseRule.Outcome;
import org.relais.demand.CaseRule.Treatment;
import org.relais.episode.EpisodeKind;
import org.relais.episode.EpisodeService;
import org.relais.episode.TreatmentRow;
import org.relais.history.SubstanceLists;
import org.relais.history.SubstanceProfile;
import org.relais.history.SubstanceProfiles;
import org.relais.person.LifeStage;
import org.relais.person.PersonService;
import org.relais.rules.RuleInForce;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.situation.SituationLists;
import org.relais.situation.Situations;
import org.relais.situation.StateRow;

/**
 * Reads what a year's clients are made of, as a background task that the log names, centre by centre. What a person
 * locked, a section or what a unit wrote, is not used: it counts as not known, and as nothing that anybody forgot to ask.
 */
@Component
class DemandFacts {

    private static final String TASK = "treatment-demand";
    private static final int AT_ONCE = 500;

    /** How much of all the work the reading is, in percent. */
    private static final int READ = 60;

    /** What is read beside the administrative section. */
    private static final List<Section> CARE = List.of(Section.MEDICAL, Section.SOCIAL, Section.LABORATORY);

    private final EpisodeService episodes;
    private final SubstanceProfiles profiles;
    private final SubstanceLists substances;
    private final Situations situations;
    private final SituationLists lists;
    private final PersonService people;
    private final DemandTable table;
    private final RuleInForce<DemandRule> rule;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    DemandFacts(
            EpisodeService episodes,
            SubstanceProfiles profiles,
            SubstanceLists substances,
            Situations situations,
            SituationLists lists,
            PersonService people,
            DemandTable table,
            RuleInForce<DemandRule> rule,
            AccessService access,
            Clock clock) {
        this.episodes = episodes;
        this.profiles = profiles;
        this.substances = substances;
        this.situations = situations;
        this.lists = lists;
        this.people = people;
        this.table = table;
        this.rule = rule;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The clients of a year, those of these centres taken together. Asked for outside a transaction.
     *
     * @param hidden the protected people who do not exist for whoever asks: they are in no count
     */
    Outcome<DemandCase> clients(int year, Collection<Centre> centres, Set<PersonId> hidden, DemandProgress progress) {
        var treatments = new ArrayList<Treatment>();
        var known = new HashMap<EpisodeId, DemandAnswers.Known>();
        var done = 0;
        for (var centre : centres) {
            var before = READ * done / centres.size();
            var after = READ * ++done / centres.size();
            new Reading(centre, hidden)
                    .read(year, treatments, known, percent -> progress.at(before + (after - before) * percent / 100));
        }
        var answers = new DemandAnswers(rule.now(), substances.now(), lists.states());
        return new CaseRule(year, rule.now().contactMonths())
                .clients(
                        treatments,
                        (treatment, previous) -> answers.judge(
                                treatment, previous, Objects.requireNonNull(known.get(treatment.episode()))));
    }

    /** What is read of one centre: some people at a time, each time in statements and transactions of their own. */
    private final class Reading {

        private final Centre centre;
        private final Set<PersonId> hidden;
        private final Scope administrative;
        private final Map<Section, Scope> care = new EnumMap<>(Section.class);

        Reading(Centre centre, Set<PersonId> hidden) {
            this.centre = centre;
            this.hidden = hidden;
            administrative = scope(Section.ADMINISTRATIVE);
            CARE.forEach(section -> care.put(section, scope(section)));
        }

        private Scope scope(Section section) {
            return access.taskScope(TASK, centre.id(), section, Purpose.COORDINATION);
        }

        private Scope care(Section section) {
            return Objects.requireNonNull(care.get(section));
        }

        void read(
                int year,
                List<Treatment> treatments,
                Map<EpisodeId, DemandAnswers.Known> known,
                DemandProgress progress) {
            var kinds = new HashMap<EpisodeId, EpisodeKind>();
            var begun = new ArrayList<Treatment>();
            // A day too many: which day an instant belongs to the centre says
            var before = LocalDate.of(year + 1, 1, 2).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
            for (var row : episodes.treatments(administrative, before)) {
                var treatment = treatment(row);
                if (treatment.start().getYear() <= year && !hidden.contains(treatment.person())) {
                    treatments.add(treatment);
                    if (treatment.start().getYear() == year) {
                        begun.add(treatment);
                        kinds.put(row.episode(), row.kind());
                    }
                }
            }
            for (var from = 0; from < begun.size(); from += AT_ONCE) {
                progress.at(100 * from / begun.size());
                known(begun.subList(from, Math.min(begun.size(), from + AT_ONCE)), kinds, known);
            }
            progress.at(100);
        }

        private Treatment treatment(TreatmentRow row) {
            var day = centre.serviceDay();
            var ended = row.endedAt();
            return new Treatment(
                    row.episode(),
                    row.person(),
                    row.centre(),
                    day.of(row.openedAt()),
                    ended == null ? null : day.of(ended));
        }

        private void known(
                List<Treatment> begun, Map<EpisodeId, EpisodeKind> kinds, Map<EpisodeId, DemandAnswers.Known> known) {
            var asked = begun.stream().map(Treatment::person).collect(Collectors.toSet());
            access.show(administrative, asked);
            var lives = people.lifeStages(administrative, asked);
            var closed = new Closed(asked);
            var told = profiles.versions(care(Section.MEDICAL), closed.open(asked, Section.MEDICAL));
            var states = situations.holding(care(Section.SOCIAL), closed.open(asked, Section.SOCIAL));
            var own = table.of(begun.stream().map(Treatment::episode).toList()).stream()
                    .collect(Collectors.groupingBy(IntakeAnswer::episode));
            for (var treatment : begun) {
                var person = treatment.person();
                known.put(
                        treatment.episode(),
                        new DemandAnswers.Known(
                                CentreType.of(centre.kind(), Objects.requireNonNull(kinds.get(treatment.episode()))),
                                rule.now().items(centre),
                                centre.serviceDay().zone(),
                                lives.getOrDefault(person, new LifeStage(null, null, false, null)),
                                closed.keep(
                                        person,
                                        told.getOrDefault(person, List.of()),
                                        any -> Section.MEDICAL,
                                        SubstanceProfile::unit),
                                closed.keep(
                                        person,
                                        states.getOrDefault(person, List.of()),
                                        any -> Section.SOCIAL,
                                        StateRow::unit),
                                Intake.latest(closed.keep(
                                        person,
                                        own.getOrDefault(treatment.episode(), List.of()),
                                        answer -> section(answer.item()),
                                        IntakeAnswer::unit)),
                                closed.of(person)));
            }
        }

        private Section section(DemandItem item) {
            return rule.now().item(item).map(DemandRule.Item::section).orElse(Section.ADMINISTRATIVE);
        }

        /** What the people of one reading closed, under the surviving records: sections, and what a unit wrote. */
        private final class Closed {

            private final Map<Section, Set<PersonId>> sections = new EnumMap<>(Section.class);
            private final Map<PersonId, Set<UnitId>> units;
            private final Map<PersonId, Set<Section>> partly = new HashMap<>();

            Closed(Set<PersonId> asked) {
                care.forEach((section, scope) -> sections.put(section, access.lockedBeforeAll(scope, section, asked)));
                units = access.lockedUnitsBeforeAll(administrative, asked);
            }

            private boolean whole(PersonId person, Section section) {
                return sections.getOrDefault(section, Set.of()).contains(person);
            }

            /** The sections of which nothing, or not all, is known because the person closed it. */
            Set<Section> of(PersonId person) {
                var closed = EnumSet.noneOf(Section.class);
                closed.addAll(partly.getOrDefault(person, Set.of()));
                CARE.stream().filter(section -> whole(person, section)).forEach(closed::add);
                return closed;
            }

            Set<PersonId> open(Set<PersonId> asked, Section section) {
                return asked.stream().filter(person -> !whole(person, section)).collect(Collectors.toSet());
            }

            <T> List<T> keep(
                    PersonId person, List<T> rows, Function<T, Section> section, Function<T, @Nullable UnitId> unit) {
                var mine = units.getOrDefault(person, Set.of());
                var kept = new ArrayList<T>();
                for (var row : rows) {
                    var writer = unit.apply(row);
                    if (writer != null && mine.contains(writer)) {
                        partly.computeIfAbsent(person, _ -> EnumSet.noneOf(Section.class))
                                .add(section.apply(row));
                    } else if (!whole(person, section.apply(row))) {
                        kept.add(row);
                    }
                }
                return kept;
            }
        }
    }

    /** The running year where the centres are. */
    int thisYear(Collection<Centre> centres) {
        var now = clock.instant();
        return centres.stream()
                .mapToInt(centre -> centre.serviceDay().of(now).getYear())
                .max()
                .orElseGet(() -> now.atZone(ZoneOffset.UTC).getYear());
    }
}
