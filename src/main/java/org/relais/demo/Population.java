package org.relais.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import org.relais.demo.Career.How;
import org.relais.demo.Career.Stretch;

/**
 * Plans where everybody without a story was over the years, so that the beds are taken as in a service of this size:
 * day after day the wards take in whom they have a bed for, somebody who is back too soon, somebody who is followed
 * already, or somebody new; and whoever leaves goes on to the residence, to the day clinic, to a follow-up, or nowhere.
 */
final class Population {

    private static final int WAIT_FOR_PLACES = 12;
    private static final int CAME_TO_NOTHING = 14;
    private static final int FEWEST_DROP_INS = 34;
    // Whatever is asked for before a first stay is asked within these days
    private static final int ASKING = 32;
    private static final int CLOSEST = 2;
    private static final double FOLLOW_UPS_A_DAY = 0.12;

    private final List<Career> careers = new ArrayList<>();
    private final RandomGenerator random;
    private final int days;
    private final BedPlan beds;
    private final IntFunction<Instant> midnight;

    private Population(RandomGenerator random, int days, BedPlan beds, IntFunction<Instant> midnight) {
        this.random = random;
        this.days = days;
        this.beds = beds;
        this.midnight = midnight;
    }

    /**
     * Plans so many people, in no order.
     *
     * @param days over how many days until now
     * @param beds where the stories have theirs
     * @param midnight the beginning of the day so many days ago
     */
    static List<Career> of(int count, int days, RandomGenerator random, BedPlan beds, IntFunction<Instant> midnight) {
        var population = new Population(random, days, beds, midnight);
        for (var day = days - ASKING; day > CLOSEST; day--) {
            population.day(day);
        }
        population.careers.forEach(Career::inOrder);
        population.deaths();
        population.others(count);
        return population.shuffled();
    }

    private void day(int day) {
        fill(Ward.WITHDRAWAL, day, wanted(day), 3);
        fill(Ward.RESIDENCE, day, 13.2 + 1.4 * Math.sin(2 * Math.PI * day / 240), 2);
        if (random.nextDouble() < FOLLOW_UPS_A_DAY) {
            begin().add(followUp(day));
        }
    }

    // Fuller in winter than in summer, and never quite the same
    private double wanted(int day) {
        return 8.8 + 1.1 * Math.sin(2 * Math.PI * day / 365) + random.nextInt(3) - 1;
    }

    private void fill(Ward ward, int day, double wanted, int most) {
        for (var turn = 0; turn < most && beds.taken(ward, midnight.apply(day - 1)) < wanted; turn++) {
            if (ward == Ward.WITHDRAWAL) {
                withdrawal(day);
            } else {
                residence(day);
            }
        }
    }

    private void withdrawal(int day) {
        var left = Math.max(day - length(), CLOSEST - 1);
        if (day - left < 4) {
            return;
        }
        var back = random.nextDouble() < 0.15 ? backSoon(day) : Optional.<Career>empty();
        var bed = beds.find(Ward.WITHDRAWAL, midnight.apply(day), midnight.apply(left - 1));
        if (bed.isEmpty()) {
            return;
        }
        var career = back.or(() -> random.nextDouble() < 0.5 ? followedElsewhere(day) : Optional.empty())
                .orElseGet(this::begin);
        career.add(new Stretch(Ward.WITHDRAWAL, bed.get(), day, left, back.isPresent() ? How.URGENT : How.PLANNED));
        after(career, left);
    }

    // A third some days, most two to three weeks, some a month
    private int length() {
        var kind = random.nextInt(20);
        return kind < 6 ? 7 + random.nextInt(6) : kind < 15 ? 15 + random.nextInt(9) : 23 + random.nextInt(12);
    }

    private void after(Career career, int left) {
        if (career.followed(left, 0)) {
            return;
        }
        var way = random.nextInt(100);
        if (way < 52) {
            add(career, followUp(left - 1 - random.nextInt(6)));
        } else if (way < 61) {
            var began = left - 1 - random.nextInt(5);
            var ended = began - 25 - random.nextInt(40);
            add(career, new Stretch(Ward.DAY_CLINIC, null, began, ended < 3 ? Stretch.LASTS : ended, How.PLANNED));
        }
    }

    private void add(Career career, Stretch next) {
        if (next.began() > CLOSEST && !career.goesOn(next.ward(), next.began() + 8)) {
            career.add(next);
        }
    }

    private void residence(int day) {
        var until = day - 55 - random.nextInt(60) - random.nextInt(95);
        var left = until < 4 ? Stretch.LASTS : until;
        var bed =
                beds.find(Ward.RESIDENCE, midnight.apply(day), midnight.apply(left == Stretch.LASTS ? -365 : left - 1));
        if (bed.isEmpty()) {
            return;
        }
        var career = fromTheWard(day)
                .or(() -> random.nextInt(3) > 0 ? followedElsewhere(day) : Optional.empty())
                .orElseGet(this::begin);
        career.add(new Stretch(Ward.RESIDENCE, bed.get(), day, left, How.PLANNED));
        if (left != Stretch.LASTS && !career.followed(left, 0) && random.nextInt(5) < 3) {
            add(career, followUp(left - 1 - random.nextInt(6)));
        }
    }

    // A third of them is gone within three months
    private Stretch followUp(int began) {
        var kind = random.nextInt(10);
        var length =
                kind < 3 ? 15 + random.nextInt(70) : kind < 7 ? 95 + random.nextInt(150) : 240 + random.nextInt(240);
        var ended = began - length;
        return new Stretch(Ward.FOLLOW_UP, null, began, ended < 8 ? Stretch.LASTS : ended, How.PLANNED);
    }

    // Within thirty days of the last discharge, of whom nothing else is planned yet but a follow-up
    private Optional<Career> backSoon(int day) {
        return one(careers.stream()
                .filter(career -> career.lastStay()
                        .filter(stay -> stay.ward() == Ward.WITHDRAWAL && stay.how() == How.PLANNED)
                        .filter(stay -> !stay.lasts() && stay.ended() > day + 3 && stay.ended() < day + 27)
                        .isPresent())
                .toList());
    }

    private Optional<Career> followedElsewhere(int day) {
        return one(careers.stream()
                .filter(career -> career.followed(day, 30))
                .filter(career -> career.lastStay()
                        .map(stay -> !stay.lasts() && stay.ended() > day + 60)
                        .orElse(true))
                .toList());
    }

    private Optional<Career> fromTheWard(int day) {
        return one(careers.stream()
                .filter(career -> !career.busy(day))
                .filter(career -> career.last().ward() == Ward.WITHDRAWAL)
                .filter(career -> career.last().ended() > day && career.last().ended() < day + 7)
                .toList());
    }

    private Optional<Career> one(List<Career> candidates) {
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }

    // One in a bed and one at home: nothing came after it
    private void deaths() {
        careers.stream()
                .filter(career -> career.last().ward() == Ward.FOLLOW_UP && longAgo(career))
                .findFirst()
                .ifPresent(Career::dies);
        careers.stream()
                .filter(career -> career.last().ward() == Ward.WITHDRAWAL && longAgo(career))
                .findFirst()
                .ifPresent(Career::dies);
    }

    private static boolean longAgo(Career career) {
        return career.last().how() == How.PLANNED
                && !career.busy(60)
                && career.last().ended() < 320
                && !career.busy(career.last().ended() - 1);
    }

    private void others(int count) {
        for (var turn = 0; turn < WAIT_FOR_PLACES && careers.size() < count; turn++) {
            begin().add(waiting(turn));
        }
        for (var turn = 0; turn < CAME_TO_NOTHING && careers.size() < count; turn++) {
            var wards = List.of(Ward.WITHDRAWAL, Ward.FOLLOW_UP, Ward.RESIDENCE);
            var asked = 25 + random.nextInt(days - ASKING - 25);
            begin().add(new Stretch(
                    wards.get(turn % 3), null, asked, asked - 6 - random.nextInt(16), How.CAME_TO_NOTHING));
        }
        for (var turn = 0; careers.size() < count; turn++) {
            var began = 20 + random.nextInt(days - ASKING - 20);
            begin().add(turn < FEWEST_DROP_INS || turn % 2 == 0 ? dropIn(began) : followUp(began));
        }
    }

    private Stretch waiting(int turn) {
        var wards = List.of(Ward.WITHDRAWAL, Ward.RESIDENCE, Ward.FOLLOW_UP);
        return new Stretch(wards.get(turn % 3), null, 3 + turn * 3 + random.nextInt(6), Stretch.LASTS, How.WAITS);
    }

    private Stretch dropIn(int began) {
        var ended = began - 40 - random.nextInt(260);
        return new Stretch(Ward.DROP_IN, null, began, ended < 20 ? Stretch.LASTS : ended, How.PLANNED);
    }

    private Career begin() {
        var career = new Career();
        careers.add(career);
        return career;
    }

    private List<Career> shuffled() {
        var all = new ArrayList<>(careers);
        for (var place = all.size() - 1; place > 0; place--) {
            var other = random.nextInt(place + 1);
            all.set(place, all.set(other, all.get(place)));
        }
        return all;
    }
}
