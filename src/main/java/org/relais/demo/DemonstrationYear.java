package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.staff.Role;

/** Plays the script of the past: each act as the colleague concerned, at its time, in the order of time. */
@Component
@ConditionalOnProperty("relais.demonstration")
class DemonstrationYear {

    /** Always the same: who comes to see the demonstration twice meets the same people. */
    static final long SEED = 20_261_119;

    // The house stands some days before anybody comes
    private static final int BEFORE = 4;

    private final DemonstrationClock clock;
    private final DemonstrationHouse house;
    private final Performer performer;
    private final HandOverDeeds handOvers;
    private final DirectoryDeeds directory;

    DemonstrationYear(
            DemonstrationClock clock,
            DemonstrationHouse house,
            Performer performer,
            HandOverDeeds handOvers,
            DirectoryDeeds directory) {
        this.clock = clock;
        this.house = house;
        this.performer = performer;
        this.handOvers = handOvers;
        this.directory = directory;
    }

    /** Opens the house as it was before the year, unless it stands. */
    void openHouse() {
        try {
            var now = clock.instant();
            clock.play(now.minus(Duration.ofDays(Script.days(now) + BEFORE)));
            DemonstrationSeed.actAs("demonstration", Role.ADMINISTRATOR, () -> {
                if (!house.stands()) {
                    house.open();
                }
            });
        } finally {
            clock.present();
        }
        directory.fill();
    }

    /**
     * Plays the past.
     *
     * @param progress told how many acts are done, of how many
     * @return the script that was played
     */
    Script play(int people, BiConsumer<Integer, Integer> progress) {
        var script = Script.of(SEED, people, clock.instant());
        var lives = Stream.generate(Life::new).limit(script.people().size()).toList();
        try {
            play(script, lives, progress);
        } finally {
            clock.present();
        }
        return script;
    }

    private void play(Script script, List<Life> lives, BiConsumer<Integer, Integer> progress) {
        var done = 0;
        var between = new TreeMap<>(handOvers.until(clock.today()));
        for (var act : script.acts()) {
            while (!between.isEmpty() && between.firstKey().isBefore(act.at())) {
                play(between.pollFirstEntry());
            }
            clock.play(act.at());
            try {
                DemonstrationSeed.actAs(
                        act.colleague(),
                        Cast.colleague(act.colleague()).role(),
                        () -> performer.perform(lives.get(act.person()), act));
            } catch (RuntimeException failed) {
                throw new IllegalStateException(
                        "The year stops at " + act + " for " + script.people().get(act.person()), failed);
            }
            progress.accept(++done, script.acts().size());
        }
        while (!between.isEmpty()) {
            play(between.pollFirstEntry());
        }
    }

    private void play(Map.Entry<Instant, Runnable> deed) {
        clock.play(deed.getKey());
        deed.getValue().run();
    }
}
