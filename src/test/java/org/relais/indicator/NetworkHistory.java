package org.relais.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.shared.PersonId;
import org.relais.support.House.Place;

/** Facts of a calendar year and the two before it in some centres, of every size, summed up. */
@TestComponent
public class NetworkHistory {

    private static final List<String> SHARES =
            List.of("K3", "K4", "K6", "K7", "K10", "K11", "K12", "K13", "K16", "K17");
    private static final List<String> DURATIONS = List.of("K2", "K5");

    private final FactTable table;
    private final AccessService access;
    private final TransactionTemplate transaction;

    NetworkHistory(FactTable table, AccessService access, TransactionTemplate transaction) {
        this.table = table;
        this.access = access;
        this.transaction = transaction;
    }

    /**
     * Lets things be counted in a year and the two before it, up to a day.
     *
     * @param most how many things of one figure a month at most in the first centre; half as many in the next
     * @return what was counted
     */
    public List<Fact> fill(List<Place> places, int year, LocalDate last, int most, long seed) {
        var random = new Random(seed);
        var facts = new ArrayList<Fact>();
        for (var number = 0; number < places.size(); number++) {
            var place = places.get(number);
            var size = Math.max(1, most >> number);
            for (var month = LocalDate.of(year - 2, 1, 1); !month.isAfter(last); month = month.plusMonths(1)) {
                for (var figure : SHARES) {
                    for (var count = random.nextInt(size + 1); count > 0; count--) {
                        add(facts, place, figure, month, random, random.nextInt(10) < 7 ? 1 : 0, 1, null);
                    }
                }
                for (var figure : DURATIONS) {
                    for (var count = random.nextInt(size + 1); count > 0; count--) {
                        add(facts, place, figure, month, random, 0, 0, random.nextInt(40));
                    }
                }
            }
        }
        facts.removeIf(fact -> fact.day().isAfter(last));
        put(facts);
        return facts;
    }

    /** Adds facts, and sums them up. */
    public void put(List<Fact> facts) {
        access.taskScope("test", Section.REPORT, Purpose.COORDINATION);
        transaction.executeWithoutResult(_ -> {
            table.awaitTurn();
            table.sum(table.replace(Set.of(), new HashSet<>(facts)));
            table.summed();
        });
    }

    @SuppressWarnings("TooManyParameters")
    private static void add(
            List<Fact> facts,
            Place place,
            String figure,
            LocalDate month,
            Random random,
            int numerator,
            int denominator,
            @Nullable Integer amount) {
        facts.add(new Fact(
                figure,
                UUID.randomUUID(),
                place.centre(),
                random.nextBoolean() ? place.ward() : place.team(),
                PersonId.create(),
                month.plusDays(random.nextInt(month.lengthOfMonth())),
                numerator,
                denominator,
                amount));
    }
}
