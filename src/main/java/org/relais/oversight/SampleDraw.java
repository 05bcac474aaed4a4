package org.relais.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.audit.AccessStreams;
import org.relais.audit.LoggedAccess;
import org.relais.audit.StreamHead;
import org.relais.rules.RuleInForce;

/**
 * Draws the sample of a month once the month is over and every access of it was looked at.
 *
 * <p>The seed is the SHA-256 of the month and the last row's hash of every stream. Of the unusual accesses those with the
 * largest {@code u^(1/weight)} are taken, {@code u} being the row's own chance under the seed (Efraimidis and Spirakis).
 * The others: the rows of the month are numbered node by node, the i-th draw is the hash of seed and i modulo their
 * number, and a row that is no access to a record, or was drawn before, is passed over.
 */
@Component
class SampleDraw {

    /** So many numbers are drawn at most; a month with hardly any access gives a smaller sample. */
    private static final int MOST_DRAWS = 5_000;

    private final RuleInForce<SampleRule> inForce;
    private final AccessStreams streams;
    private final FindingRows findings;
    private final SampleRows samples;
    private final WatchCursors cursors;
    private final AccessJudge judge;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleDraw(
            RuleInForce<SampleRule> inForce,
            AccessStreams streams,
            FindingRows findings,
            SampleRows samples,
            WatchCursors cursors,
            AccessJudge judge,
            TransactionTemplate transaction,
            Clock clock) {
        this.inForce = inForce;
        this.streams = streams;
        this.findings = findings;
        this.samples = samples;
        this.cursors = cursors;
        this.judge = judge;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The months since the last sample; the first time, the last month alone. */
    void drawWhatIsDue() {
        var last = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(1);
        var next = samples.latest().map(month -> month.plusMonths(1)).orElse(last);
        for (var month = next; !month.isAfter(last); month = month.plusMonths(1)) {
            if (!draw(month)) {
                return;
            }
        }
    }

    /** Draws one month, unless it was drawn. False when it has to wait. */
    boolean draw(YearMonth month) {
        var done = transaction.execute(_ -> {
            if (!cursors.lock() || !cursors.complete(number(month))) {
                return false;
            }
            var heads = heads(month);
            if (!samples.drawn(month) && !heads.isEmpty()) {
                store(month, heads);
            }
            return true;
        });
        return done != null && done;
    }

    private void store(YearMonth month, List<StreamHead> heads) {
        var rule = inForce.now();
        var seed = seed(month, heads);
        var found = findings.between(begin(month), begin(month.plusMonths(1)));
        var rows = new ArrayList<>(unusual(found, rule, seed));
        rows.addAll(random(
                heads,
                seed,
                rule.size() - rows.size(),
                rows.stream().map(DrawnAccess::row).collect(Collectors.toSet())));
        samples.insert(
                month,
                rule,
                seed,
                population(heads),
                found.size(),
                month.atEndOfMonth().plusDays(rule.dueDays()),
                rows);
    }

    private SampleSeed seed(YearMonth month, List<StreamHead> heads) {
        return SampleSeed.of(number(month)
                + heads.stream()
                        .map(head -> " " + head.node() + " " + head.last() + " " + streams.lastHash(head))
                        .collect(Collectors.joining()));
    }

    static List<DrawnAccess> unusual(List<Finding> found, SampleRule rule, SampleSeed seed) {
        var byAccess = found.stream()
                .collect(Collectors.groupingBy(
                        finding ->
                                List.of(finding.actor(), Optional.ofNullable(finding.person()), finding.serviceDay()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byAccess.values().stream()
                .map(group -> DrawnAccess.of(group, rule))
                .filter(drawn -> drawn.weight() > 0)
                .sorted(Comparator.comparingDouble(
                                (DrawnAccess drawn) -> Math.log(seed.chance(drawn.row())) / drawn.weight())
                        .reversed())
                .limit(rule.ofUnusual())
                .toList();
    }

    private List<DrawnAccess> random(List<StreamHead> heads, SampleSeed seed, int wanted, Set<UUID> taken) {
        var rows = new ArrayList<DrawnAccess>();
        var tried = new HashSet<Long>();
        var population = population(heads);
        for (int number = 0; number < MOST_DRAWS && rows.size() < wanted && tried.size() < population; number++) {
            var place = seed.draw(number, population);
            if (tried.add(place)) {
                at(heads, place)
                        .filter(AccessJudge::concerns)
                        .filter(access -> !taken.contains(access.id()))
                        .ifPresent(access -> rows.add(DrawnAccess.of(access, judge.centre(access))));
            }
        }
        return rows;
    }

    private Optional<LoggedAccess> at(List<StreamHead> heads, long place) {
        var left = place;
        for (var head : heads) {
            if (left < head.last()) {
                return streams.at(head.node(), head.month(), left + 1);
            }
            left -= head.last();
        }
        throw new IllegalStateException("Beyond the last row");
    }

    private List<StreamHead> heads(YearMonth month) {
        return streams.heads(number(month)).stream()
                .filter(head -> head.month() == number(month))
                .sorted(Comparator.comparing(StreamHead::node))
                .toList();
    }

    private static long population(List<StreamHead> heads) {
        return heads.stream().mapToLong(StreamHead::last).sum();
    }

    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
