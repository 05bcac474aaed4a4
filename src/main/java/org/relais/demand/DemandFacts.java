package org.relais.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.relais.history.SubstanceLists;
import org.relais.history.SubstanceProfile;
import org.relais.history.SubstanceProfiles;
import org.relais.person.LifeStage;
import org.relais.person.PersonService;
import org.relais.rules.RuleInForce;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.situation.SituationLists;
import org.relais.situation.Situations;
import org.relais.situation.StateRow;

/**
 * Reads what a year's clients are made of, as a background task that the log names, centre by centre. What a person
 * locked is not read: it counts as not known, and as nothing that anybody forgot to ask.
 */
@Component
class DemandFacts {

    private static final String TASK = "treatment-demand";
    private static final int AT_ONCE = 500;

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

    /** The clients of a year, those of these centres taken together. Asked for outside a transaction. */
    Outcome<DemandCase> clients(int year, Collection<Centre> centres, DemandProgress progress) {
        var treatments = new ArrayList<Treatment>();
        var kinds = new HashMap<EpisodeId, EpisodeKind>();
        var known = new HashMap<EpisodeId, DemandAnswers.Known>();
        var done = 0;
        for (var centre : centres) {
            read(year, centre, treatments, kinds, known);
            progress.at(60 * ++done / centres.size());
        }
        var answers = new DemandAnswers(rule.now(), substances.now(), lists.states());
        return new CaseRule(year, rule.now().contactMonths())
                .clients(
                        treatments,
                        (treatment, previous) -> answers.judge(
                                treatment, previous, Objects.requireNonNull(known.get(treatment.episode()))));
    }

    private void read(
            int year,
            Centre centre,
            List<Treatment> treatments,
            Map<EpisodeId, EpisodeKind> kinds,
            Map<EpisodeId, DemandAnswers.Known> known) {
        var day = centre.serviceDay();
        // A day too many: which day an instant belongs to the centre says
        var before = LocalDate.of(year + 1, 1, 2).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        var administrative = access.taskScope(TASK, centre.id(), Section.ADMINISTRATIVE, Purpose.COORDINATION);
        var here = new ArrayList<Treatment>();
        for (var row : episodes.treatments(administrative, before)) {
            var ended = row.endedAt();
            var treatment = new Treatment(
                    row.episode(),
                    row.person(),
                    row.centre(),
                    day.of(row.openedAt()),
                    ended == null ? null : day.of(ended));
            if (treatment.start().getYear() <= year) {
                here.add(treatment);
                kinds.put(row.episode(), row.kind());
            }
        }
        treatments.addAll(here);
        var begun = here.stream().filter(one -> one.start().getYear() == year).toList();
        for (var from = 0; from < begun.size(); from += AT_ONCE) {
            known(centre, administrative, begun.subList(from, Math.min(begun.size(), from + AT_ONCE)), kinds, known);
        }
    }

    private void known(
            Centre centre,
            Scope administrative,
            List<Treatment> begun,
            Map<EpisodeId, EpisodeKind> kinds,
            Map<EpisodeId, DemandAnswers.Known> known) {
        var asked = begun.stream().map(Treatment::person).collect(Collectors.toSet());
        access.show(administrative, asked);
        var medical = access.taskScope(TASK, centre.id(), Section.MEDICAL, Purpose.COORDINATION);
        var social = access.taskScope(TASK, centre.id(), Section.SOCIAL, Purpose.COORDINATION);
        var lives = people.lifeStages(administrative, asked);
        var locked = new EnumMap<Section, Set<PersonId>>(Section.class);
        for (var section : List.of(Section.MEDICAL, Section.SOCIAL, Section.LABORATORY)) {
            locked.put(section, access.lockedBeforeAll(administrative, section, asked));
        }
        var told = profiles.versions(medical, open(asked, locked, Section.MEDICAL));
        var states = situations.holding(social, open(asked, locked, Section.SOCIAL));
        var own = table.of(begun.stream().map(Treatment::episode).toList()).stream()
                .filter(answer -> !locked(locked, answer))
                .collect(Collectors.groupingBy(IntakeAnswer::episode));
        for (var treatment : begun) {
            known.put(
                    treatment.episode(),
                    new DemandAnswers.Known(
                            Objects.requireNonNull(kinds.get(treatment.episode())),
                            centre.serviceDay().zone(),
                            lives.getOrDefault(treatment.person(), new LifeStage(null, null, false, null)),
                            told.getOrDefault(treatment.person(), List.<SubstanceProfile>of()),
                            states.getOrDefault(treatment.person(), List.<StateRow>of()),
                            Intake.latest(own.getOrDefault(treatment.episode(), List.of())),
                            locked.entrySet().stream()
                                    .filter(one -> one.getValue().contains(treatment.person()))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet())));
        }
    }

    private boolean locked(Map<Section, Set<PersonId>> locked, IntakeAnswer answer) {
        return rule.now()
                .item(answer.item())
                .map(item -> locked.getOrDefault(item.section(), Set.of()).contains(answer.person()))
                .orElse(false);
    }

    private static Set<PersonId> open(Set<PersonId> asked, Map<Section, Set<PersonId>> locked, Section section) {
        var open = new HashSet<>(asked);
        open.removeAll(locked.getOrDefault(section, Set.of()));
        return open;
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
