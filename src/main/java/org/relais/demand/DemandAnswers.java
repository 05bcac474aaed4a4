package org.relais.demand;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.demand.CaseRule.Judged;
import org.relais.demand.CaseRule.Treatment;
import org.relais.demand.CaseRule.Verdict;
import org.relais.history.AgeAnswer;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceList;
import org.relais.history.SubstanceProfile;
import org.relais.person.Gender;
import org.relais.person.LifeStage;
import org.relais.situation.SituationOn;
import org.relais.situation.StateKind;
import org.relais.situation.StateList;
import org.relais.situation.StatePeriod;
import org.relais.situation.StatePeriods;
import org.relais.situation.StateRow;

/**
 * Makes a client of a treatment and of what is known of the person: how things stood at its beginning, and where nobody
 * told it then, what was first told within the days of the rule. Nothing stays blank: what was not asked is not known,
 * and is named as missing. Pure.
 */
final class DemandAnswers {

    private static final String NOT_APPLICABLE = "NA";

    private final DemandRule rule;
    private final SubstanceList substances;
    private final StateList states;

    DemandAnswers(DemandRule rule, SubstanceList substances, StateList states) {
        this.rule = rule;
        this.substances = substances;
        this.states = states;
    }

    /**
     * What is known of a person.
     *
     * @param items what this room asks in the centre
     * @param zone of the centre, whose days count
     * @param profiles every version of what they told of substances; empty where they locked it
     * @param social the states that hold; empty where they locked them
     * @param own the latest answers for the treatment, those of locked sections left out
     * @param locked the sections the person locked: not known, and nothing that anybody forgot to ask
     */
    record Known(
            CentreType centreType,
            List<DemandRule.Item> items,
            ZoneId zone,
            LifeStage life,
            Collection<SubstanceProfile> profiles,
            Collection<StateRow> social,
            Map<DemandItem, IntakeAnswer> own,
            Set<Section> locked) {

        /** Whether the country of the centre adds items. */
        boolean added() {
            return items.stream().anyMatch(one -> one.item().added());
        }
    }

    Judged<DemandCase> judge(Treatment treatment, @Nullable String previous, Known known) {
        var made = new Making(treatment, known);
        made.own();
        made.person();
        made.social();
        made.substances();
        var said = known.own().get(DemandItem.PREVIOUS);
        var status = CaseRule.status(said == null ? null : said.code(), previous, rule.notKnown());
        made.codes.put(DemandItem.PREVIOUS, status);
        if (previous != null) {
            made.missing.remove(DemandItem.PREVIOUS);
        }
        var client = made.client();
        if (rule.excludedGroups()
                .contains(substances.group(client.code(DemandItem.DRUG)).orElse(""))) {
            return new Judged<>(Verdict.EXCLUDED, client);
        }
        return new Judged<>(status.equals(CaseRule.CONTINUING) ? Verdict.CONTINUING : Verdict.CLIENT, client);
    }

    private Section sections(DemandItem item) {
        return switch (item) {
            case SEX, AGE -> Section.ADMINISTRATIVE;
            case EDUCATION, LABOUR, COVER -> Section.SOCIAL;
            case DRUG, ROUTE, FREQUENCY, FIRST_USE, SECONDARY, POLYDRUG, INJECTING, FIRST_INJECTION, SHARING ->
                Section.MEDICAL;
            default -> rule.item(item).map(DemandRule.Item::section).orElse(Section.ADMINISTRATIVE);
        };
    }

    private final class Making {

        private final Treatment treatment;
        private final Known known;
        private final Map<DemandItem, String> codes = new EnumMap<>(DemandItem.class);
        private final Map<DemandItem, Integer> years = new EnumMap<>(DemandItem.class);
        private final Set<DemandItem> missing = EnumSet.noneOf(DemandItem.class);
        private List<String> secondary = List.of(rule.notKnown());

        Making(Treatment treatment, Known known) {
            this.treatment = treatment;
            this.known = known;
        }

        void own() {
            for (var item : known.items()) {
                var answer = known.own().get(item.item());
                put(item.item(), answer == null ? null : answer.code());
                if (item.years()) {
                    var age = answer == null ? null : answer.years();
                    put(item.item(), age == null ? (answer == null ? null : rule.notKnown()) : String.valueOf(age));
                    if (age != null) {
                        years.put(item.item(), age);
                    }
                }
            }
            if ("NEVER".equals(codes.get(DemandItem.OST))) {
                notApplicable(DemandItem.FIRST_OST);
            }
        }

        void person() {
            var gender = known.life().gender();
            put(
                    DemandItem.SEX,
                    gender == null
                            ? null
                            : gender == Gender.MALE ? "M" : gender == Gender.FEMALE ? "F" : rule.notKnown());
            var age = known.life().age(treatment.start());
            put(DemandItem.AGE, age.isPresent() ? String.valueOf(age.getAsInt()) : null);
            age.ifPresent(value -> years.put(DemandItem.AGE, value));
        }

        void social() {
            var on = new EnumMap<StateKind, StatePeriod>(StateKind.class);
            known.social().stream()
                    .filter(StateRow::holds)
                    .collect(Collectors.groupingBy(StateRow::kind))
                    .forEach((kind, rows) -> at(StatePeriods.of(rows)).ifPresent(period -> on.put(kind, period)));
            var stood = new SituationOn(treatment.start(), on);
            told(DemandItem.EDUCATION, stood, StateKind.EDUCATION, true);
            told(DemandItem.LABOUR, stood, StateKind.WORK, true);
            if (known.added()) {
                put(
                        DemandItem.COVER,
                        stood.state(StateKind.HEALTH_COVER)
                                .map(state -> state.code() == null ? rule.notKnown() : state.code())
                                .orElse(null));
            }
            told(DemandItem.CHILDREN, stood, StateKind.CHILDREN, known.own().get(DemandItem.CHILDREN) == null);
            told(DemandItem.LIVING_WHERE, stood, StateKind.HOUSING, known.own().get(DemandItem.LIVING_WHERE) == null);
        }

        private Optional<StatePeriod> at(List<StatePeriod> periods) {
            var last = treatment.start().plusDays(rule.intakeDays());
            return StatePeriods.on(periods, treatment.start())
                    .or(() -> periods.stream()
                            .filter(period -> period.after(treatment.start())
                                    && !period.from().isAfter(last))
                            .min(Comparator.comparing(StatePeriod::from)));
        }

        private void told(DemandItem item, SituationOn stood, StateKind kind, boolean counts) {
            if (counts) {
                missing.remove(item);
                put(item, stood.state(kind).isPresent() ? stood.tdi(kind, states) : null);
            }
        }

        void substances() {
            var answers = profile().map(SubstanceProfile::answers).orElse(null);
            put(DemandItem.DRUG, answers == null ? null : answers.primary());
            put(DemandItem.ROUTE, answers == null ? null : answers.route());
            put(DemandItem.FREQUENCY, answers == null ? null : answers.frequency());
            put(DemandItem.POLYDRUG, answers == null ? null : answers.polydrug());
            put(DemandItem.INJECTING, answers == null ? null : answers.injecting());
            put(DemandItem.SHARING, answers == null ? null : answers.sharing());
            age(DemandItem.FIRST_USE, answers == null ? null : answers.firstUse());
            age(DemandItem.FIRST_INJECTION, answers == null ? null : answers.firstInjection());
            secondary(answers);
            if (substances.neverInjected().equals(codes.get(DemandItem.INJECTING))) {
                notApplicable(DemandItem.FIRST_INJECTION);
                missing.remove(DemandItem.SHARING);
                codes.put(DemandItem.SHARING, substances.neverInjected());
            }
        }

        private void secondary(@Nullable SubstanceAnswers answers) {
            if (answers == null || answers.secondary().isEmpty()) {
                put(DemandItem.SECONDARY, null);
            } else {
                secondary = answers.secondary();
                put(DemandItem.SECONDARY, String.join("+", secondary));
            }
        }

        // What was told last while it was the beginning; else what was told first
        private Optional<SubstanceProfile> profile() {
            var from = treatment.start().minusDays(rule.intakeDays());
            var until = treatment.start().plusDays(rule.intakeDays());
            var order = Comparator.comparing(SubstanceProfile::recordedAt).thenComparingInt(SubstanceProfile::version);
            return known.profiles().stream()
                    .filter(one -> !day(one).isBefore(from) && !day(one).isAfter(until))
                    .max(order)
                    .or(() -> known.profiles().stream()
                            .filter(one -> day(one).isAfter(until)
                                    && (treatment.end() == null || !day(one).isAfter(treatment.end())))
                            .min(order));
        }

        private LocalDate day(SubstanceProfile profile) {
            return LocalDate.ofInstant(profile.recordedAt(), known.zone());
        }

        private void age(DemandItem item, @Nullable AgeAnswer answer) {
            if (answer == null) {
                put(item, null);
            } else if (answer.years() == null) {
                put(item, rule.notKnown());
            } else {
                put(item, String.valueOf(answer.years()));
                years.put(item, answer.years());
            }
        }

        private void notApplicable(DemandItem item) {
            missing.remove(item);
            codes.put(item, NOT_APPLICABLE);
            years.remove(item);
        }

        private void put(DemandItem item, @Nullable String code) {
            if (code == null) {
                missing.add(item);
                codes.put(item, rule.notKnown());
            } else {
                missing.remove(item);
                codes.put(item, code);
            }
        }

        private boolean locked(DemandItem item) {
            return known.locked().contains(sections(item));
        }

        DemandCase client() {
            missing.removeIf(this::locked);
            return new DemandCase(
                    treatment.person(),
                    treatment.episode(),
                    treatment.centre(),
                    known.centreType(),
                    treatment.start(),
                    codes,
                    years,
                    secondary,
                    missing);
        }
    }
}
