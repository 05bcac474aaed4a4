package org.relais.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.demand.CaseRule.Treatment;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.history.SubstanceProfiles;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.DemandAnswerId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaleVersion;
import org.relais.situation.SituationLists;
import org.relais.situation.SituationOn;
import org.relais.situation.Situations;
import org.relais.situation.StateKind;

/**
 * What is asked at the beginning of a treatment for the Treatment Demand Indicator and nowhere else (domain reference
 * H.1, items 3, 4, 8 to 10 and 22 to 25, and what a country adds). Each item belongs to a section of the matrix, whose readers see it and whose
 * writers ask it. An answer is never overwritten: another one is the next version. That something is not known is an
 * answer; an item without one was not asked.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Intake {

    private final DemandTable table;
    private final RuleInForce<DemandRule> rule;
    private final EpisodeService episodes;
    private final Situations situations;
    private final SituationLists lists;
    private final SubstanceProfiles profiles;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Intake(
            DemandTable table,
            RuleInForce<DemandRule> rule,
            EpisodeService episodes,
            Situations situations,
            SituationLists lists,
            SubstanceProfiles profiles,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.rule = rule;
        this.episodes = episodes;
        this.situations = situations;
        this.lists = lists;
        this.profiles = profiles;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What stands for the treatment that goes on at a centre of the reader, the latest one where there are several;
     * empty where none does.
     *
     * @param record for the record
     */
    @Transactional(readOnly = true)
    public Optional<IntakeSheet> of(Grant record) {
        access.requireRecord(record);
        var all = episodes.of(record);
        return all.stream()
                .filter(one -> one.state() == EpisodeState.OPEN
                        && one.level() == EntryLevel.FULL
                        && record.centres().contains(one.centre()))
                .findFirst()
                .map(one -> sheet(record, one, all));
    }

    /**
     * Keeps answers. Stands in the access log.
     *
     * @param write to write in the section of every item answered
     * @param record for the record of the same person
     * @return how it stands now
     * @throws InvalidInput at the item whose answer is not in the list or is no age
     * @throws NotFound for a treatment that is not the person's, or does not go on where the actor takes part
     * @throws StaleVersion when somebody answered one of them meanwhile
     */
    public IntakeSheet save(Grant write, Grant record, SaveIntake command) {
        access.require(write, write.section(), Right.WRITE);
        var sheet = of(record)
                .filter(one -> one.episode().equals(command.episode())
                        && record.people().equals(write.people())
                        && write.centres().contains(one.centre()))
                .orElseThrow(NotFound::new);
        var asked = rule.now();
        var before = latest(table.of(List.of(command.episode())));
        for (var said : command.answers()) {
            var item = asked.items(centres.centre(sheet.centre())).stream()
                    .filter(one -> one.item() == said.item())
                    .findFirst()
                    .orElseThrow(NotFound::new);
            access.require(write, item.section(), Right.WRITE);
            check(asked, item, said);
            var latest = before.get(said.item());
            // The second of two clicks
            if (latest == null || !latest.says(said.code(), said.years())) {
                keep(write, sheet, said, latest, asked.rule().version());
            }
        }
        return of(record).orElseThrow(NotFound::new);
    }

    private void keep(
            Grant write, IntakeSheet sheet, SaveIntake.Said said, @Nullable IntakeAnswer latest, int ruleVersion) {
        var version = latest == null ? 0 : latest.version();
        if (version != said.expectedVersion()) {
            throw new StaleVersion();
        }
        var answer = new IntakeAnswer(
                DemandAnswerId.create(),
                sheet.episode(),
                said.item(),
                version + 1,
                write.person(),
                sheet.centre(),
                write.unitIn(sheet.centre()).orElse(null),
                said.code(),
                said.years(),
                ruleVersion,
                clock.instant(),
                write.actor().id());
        try {
            table.insert(answer);
        } catch (DuplicateKeyException quicker) {
            throw new StaleVersion();
        }
        access.recordChange(
                write,
                write.person(),
                version == 0 ? AccessAction.CREATE : AccessAction.CHANGE,
                "treatment-demand",
                answer.id());
    }

    private static void check(DemandRule rule, DemandRule.Item item, SaveIntake.Said said) {
        var code = said.code();
        var years = said.years();
        if (code == null && years == null) {
            throw new InvalidInput(item.item().name(), "shared.error.required");
        }
        if (code != null && (years != null || item.choice(code).isEmpty())) {
            throw new InvalidInput(item.item().name(), "demand.error.choice");
        }
        if (years != null && (!item.years() || years < 1 || years > rule.mostAge())) {
            throw new InvalidInput(item.item().name(), "demand.error.age", rule.mostAge());
        }
    }

    private IntakeSheet sheet(Grant record, EpisodeRow episode, List<EpisodeRow> all) {
        var start = day(episode.centre(), episode);
        var asked = rule.now().items(centres.centre(episode.centre()));
        var answers = table.of(List.of(episode.id()));
        var social = record.level(Section.SOCIAL) == Level.READ ? situations.on(record, start) : null;
        var fields = new ArrayList<IntakeField>();
        var unseen = 0;
        for (var item : asked) {
            if (record.level(item.section()) != Level.READ) {
                unseen++;
                continue;
            }
            var own = answers.stream()
                    .filter(answer -> answer.item() == item.item())
                    .toList();
            var shown = own.stream()
                    .allMatch(answer -> record.entryLevel(
                                    item.section(),
                                    answer.centre(),
                                    answer.unit(),
                                    answer.recordedBy().equals(record.actor().id()))
                            == EntryLevel.FULL);
            if (!shown) {
                unseen++;
                continue;
            }
            var known = own.isEmpty() ? known(item.item(), episode, all, social) : null;
            fields.add(new IntakeField(item, own, record.mayWrite(item.section()), known));
        }
        var found = elsewhere(record, social);
        if (social != null && rule.now().adds(centres.centre(episode.centre()))) {
            found.put(DemandItem.COVER, social.state(StateKind.HEALTH_COVER).isPresent());
        }
        return new IntakeSheet(episode.id(), episode.centre(), start, fields, unseen, found);
    }

    private IntakeField.@Nullable Known known(
            DemandItem item, EpisodeRow episode, List<EpisodeRow> all, @Nullable SituationOn social) {
        return switch (item) {
            case PREVIOUS -> {
                var start = day(episode.centre(), episode);
                var before = all.stream()
                        // What was closed before it began has nowhere the person went
                        .filter(one -> one.state() == EpisodeState.OPEN || one.destination() != null)
                        .filter(one -> one.endReason() != EndReason.ENTERED_IN_ERROR)
                        .map(this::treatment)
                        .toList();
                yield CaseRule.previous(treatment(episode), before, rule.now().contactMonths())
                        .map(code -> new IntakeField.Known(code, "demand.source.episodes", start))
                        .orElse(null);
            }
            case CHILDREN -> known(StateKind.CHILDREN, social);
            case LIVING_WHERE -> known(StateKind.HOUSING, social);
            default -> null;
        };
    }

    private IntakeField.@Nullable Known known(StateKind kind, @Nullable SituationOn social) {
        return social == null
                ? null
                : social.state(kind)
                        .map(state -> new IntakeField.Known(
                                social.tdi(kind, lists.states()), "demand.source.situation", state.from()))
                        .orElse(null);
    }

    private Map<DemandItem, Boolean> elsewhere(Grant record, @Nullable SituationOn social) {
        var found = new EnumMap<DemandItem, Boolean>(DemandItem.class);
        if (social != null) {
            found.put(DemandItem.EDUCATION, social.state(StateKind.EDUCATION).isPresent());
            found.put(DemandItem.LABOUR, social.state(StateKind.WORK).isPresent());
        }
        if (record.level(Section.MEDICAL) == Level.READ) {
            var told = profiles.of(record).versions().stream().findFirst().map(one -> one.answers());
            found.put(DemandItem.DRUG, told.map(one -> one.primary() != null).orElse(false));
            found.put(DemandItem.ROUTE, told.map(one -> one.route() != null).orElse(false));
            found.put(
                    DemandItem.FREQUENCY,
                    told.map(one -> one.frequency() != null).orElse(false));
            found.put(
                    DemandItem.FIRST_USE,
                    told.map(one -> one.firstUse() != null).orElse(false));
            found.put(
                    DemandItem.SECONDARY,
                    told.map(one -> !one.secondary().isEmpty()).orElse(false));
            found.put(
                    DemandItem.POLYDRUG, told.map(one -> one.polydrug() != null).orElse(false));
            found.put(
                    DemandItem.INJECTING,
                    told.map(one -> one.injecting() != null).orElse(false));
        }
        return found;
    }

    private Treatment treatment(EpisodeRow row) {
        var ended = row.endedAt();
        return new Treatment(
                row.id(),
                new PersonId(row.id().value()),
                row.centre(),
                day(row.centre(), row),
                ended == null ? null : centres.centre(row.centre()).serviceDay().of(ended));
    }

    private LocalDate day(CentreId centre, EpisodeRow row) {
        return centres.centre(centre).serviceDay().of(row.since());
    }

    static Map<DemandItem, IntakeAnswer> latest(Collection<IntakeAnswer> answers) {
        return answers.stream()
                .collect(Collectors.toMap(
                        IntakeAnswer::item,
                        answer -> answer,
                        (one, other) -> one.version() > other.version() ? one : other));
    }
}
