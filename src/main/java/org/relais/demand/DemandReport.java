package org.relais.demand;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.Signatures;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.demand.CaseRule.Outcome;
import org.relais.history.SubstanceLists;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.DemandFileId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.situation.SituationLists;

/**
 * The Treatment Demand Indicator of a year: who is missing what, the tables, and the files. Those of one centre are made
 * of what that centre knows alone; those of all centres count everybody once, wherever they began first, and only
 * whoever works in all of them has them made.
 */
@Service
public class DemandReport {

    /** The first year there can be a file of. */
    public static final int FIRST_YEAR = 2000;

    private final DemandFacts facts;
    private final DemandTable table;
    private final RuleInForce<DemandRule> rule;
    private final SubstanceLists substances;
    private final SituationLists lists;
    private final Pseudonyms pseudonyms;
    private final Signatures signatures;
    private final Centres centres;
    private final AccessService access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    DemandReport(
            DemandFacts facts,
            DemandTable table,
            RuleInForce<DemandRule> rule,
            SubstanceLists substances,
            SituationLists lists,
            Pseudonyms pseudonyms,
            Signatures signatures,
            Centres centres,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        this.facts = facts;
        this.table = table;
        this.rule = rule;
        this.substances = substances;
        this.lists = lists;
        this.pseudonyms = pseudonyms;
        this.signatures = signatures;
        this.centres = centres;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The centres of which the reader may have files made; the network too where these are all. */
    public List<Centre> centres(Scope reports) {
        access.requireWriter(access(reports));
        return centres.all().stream()
                .filter(one -> reports.centres().contains(one.id()))
                .toList();
    }

    /** Whether the reader may have files of all centres made. */
    public boolean network(Scope reports) {
        access.requireWriter(access(reports));
        return centres.all().stream().allMatch(one -> reports.centres().contains(one.id()));
    }

    /** Whether the country of a centre of the reader adds items, so that there can be a file of them. */
    public boolean adds(Scope reports) {
        return centres(reports).stream().anyMatch(rule.now()::adds);
    }

    /**
     * What a file would hold, and who is missing what: those who are named are logged as shown.
     *
     * @param reports over the reports, of a role that writes there; not within a transaction
     * @throws InvalidInput at {@code year}
     * @throws NotFound for a centre where the reader does not work, and for all of them unless they work in all
     */
    public DemandPreview preview(Scope reports, DemandQuestion question, DemandProgress progress) {
        var outcome = outcome(reports, question, progress);
        var missing = new EnumMap<DemandItem, Integer>(DemandItem.class);
        var notKnown = new EnumMap<DemandItem, Integer>(DemandItem.class);
        for (var one : outcome.clients()) {
            one.missing().forEach(item -> missing.merge(item, 1, Integer::sum));
            one.codes().forEach((item, code) -> {
                if (code.equals(rule.now().notKnown()) && !one.missing().contains(item)) {
                    notKnown.merge(item, 1, Integer::sum);
                }
            });
        }
        var unfinished = outcome.clients().stream()
                .filter(one -> !one.missing().isEmpty())
                .toList();
        var incomplete = unfinished.stream()
                .sorted(Comparator.comparingInt(
                                (DemandCase one) -> -one.missing().size())
                        .thenComparing(DemandCase::start))
                .limit(DemandPreview.MOST_NAMED)
                .map(one -> new DemandPreview.Incomplete(one.person(), one.centre(), one.start(), one.missing()))
                .toList();
        access.show(
                reports,
                incomplete.stream().map(DemandPreview.Incomplete::person).toList());
        return new DemandPreview(
                question,
                outcome.clients().size(),
                outcome.continuing(),
                outcome.excluded(),
                outcome.repeated(),
                missing,
                notKnown,
                unfinished.size(),
                incomplete,
                tables(outcome, progress));
    }

    /**
     * Makes a file: signed, and in the access log before it leaves.
     *
     * @param reports over the reports, of a role that writes there; not within a transaction
     * @throws InvalidInput at {@code year}, also where there is nobody to tell of; at {@code centre} for a file of what
     *     the country adds, of centres whose country adds nothing
     * @throws NotFound for a centre where the reader does not work, and for all of them unless they work in all
     * @throws Conflict where no key is set to make pseudonyms with
     */
    public DemandFile make(
            Scope reports, DemandQuestion question, DemandFile.Kind kind, DemandWords words, DemandProgress progress) {
        if (kind.ofClients()) {
            pseudonyms.require();
        }
        var applied = rule.now();
        if (kind == DemandFile.Kind.ADDED && asked(reports, question).stream().noneMatch(applied::adds)) {
            throw new InvalidInput("centre", "demand.error.not-added");
        }
        var outcome = outcome(reports, question, progress);
        var clients = kind == DemandFile.Kind.ADDED
                ? outcome.clients().stream()
                        .filter(one -> applied.adds(centres.centre(one.centre())))
                        .toList()
                : outcome.clients();
        if (clients.isEmpty()) {
            throw new InvalidInput("year", "demand.error.nothing", String.valueOf(question.year()));
        }
        var now = clock.instant();
        var file = new SignedLines(signatures);
        file.head(
                words,
                kind,
                question,
                question.centre() == null ? null : centres.centre(question.centre()),
                reports.actor(),
                applied.rule(),
                now);
        var lines =
                new ClientLines(applied, pseudonyms, id -> centres.centre(id).code(), question.year());
        switch (kind) {
            case CLIENTS -> lines.write(clients, file);
            case ADDED -> lines.writeAdded(clients, file);
            case TABLES -> file.tables(tables(outcome, progress));
        }
        file.sign(words);
        // What was allowed when it was asked for may have ended while it was made
        asked(reports, question);
        var id = DemandFileId.create();
        transaction.executeWithoutResult(status -> {
            table.made(
                    id,
                    question.year(),
                    question.centre(),
                    kind,
                    clients.size(),
                    file.hash(),
                    now,
                    reports.actor().id());
            access.recordAct(reports, AccessAction.EXPORT, "treatment-demand", id);
        });
        progress.at(100);
        return new DemandFile(name(question, kind), file.content(), clients.size());
    }

    private String name(DemandQuestion question, DemandFile.Kind kind) {
        var where = question.centre() == null
                ? "all"
                : centres.centre(question.centre()).code();
        return "tdi-" + question.year() + "-"
                + where.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT) + "-"
                + kind.suffix() + ".csv";
    }

    private List<CountTable> tables(Outcome<DemandCase> outcome, DemandProgress progress) {
        progress.at(70);
        return new DemandTables(rule.now(), substances.now(), lists.states(), outcome.clients())
                .all(percent -> progress.at(70 + percent * 30 / 100));
    }

    private Outcome<DemandCase> outcome(Scope reports, DemandQuestion question, DemandProgress progress) {
        var asked = asked(reports, question);
        if (question.year() < FIRST_YEAR) {
            throw new InvalidInput("year", "demand.error.year", String.valueOf(FIRST_YEAR));
        }
        if (question.year() > facts.thisYear(asked)) {
            throw new InvalidInput("year", "demand.error.future");
        }
        // Whoever does not exist for the reader is in no count of theirs
        return facts.clients(question.year(), asked, reports.hidden(), progress);
    }

    private List<Centre> asked(Scope reports, DemandQuestion question) {
        if (question.centre() == null) {
            if (!network(reports)) {
                throw new NotFound();
            }
            return centres.all();
        }
        return centres(reports).stream()
                .filter(one -> one.id().equals(question.centre()))
                .findFirst()
                .map(List::of)
                .orElseThrow(NotFound::new);
    }

    private Scope access(Scope reports) {
        access.requireFull(reports, Section.REPORT);
        return reports;
    }

    /** How many clients a small group of them begins at, for the days of their file. */
    static Map<String, Integer> groups(List<DemandCase> clients) {
        var groups = new java.util.HashMap<String, Integer>();
        clients.forEach(one -> groups.merge(group(one), 1, Integer::sum));
        return groups;
    }

    static String group(DemandCase one) {
        return one.code(DemandItem.DRUG) + "/" + one.code(DemandItem.SEX) + "/" + one.centre();
    }
}
