package org.relais.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import org.relais.Portal;
import org.relais.audit.LogSwitch;
import org.relais.episode.People;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;
import org.relais.support.HouseSignIn;
import org.relais.support.Screen;
import org.relais.support.SignInOfThisContext;
import org.relais.support.TestDatabase;
import org.relais.support.Turns;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log costs whoever opens a record: the 95th percentile of 20 clients with the log against the same without it,
 * over HTTP as a window does it: {@code ./relais bench record}. Both happen at the same time, of one half of the people
 * nothing is written, so that both meet the same machine. No part of the tests: its name does not end like theirs.
 */
@SpringBootTest(
        classes = Portal.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Nobody touches a key here
        properties = "relais.session.idle=2h")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({House.class, HouseSignIn.class, Writers.class, People.class, LogSwitch.class})
@TestExecutionListeners(listeners = SignInOfThisContext.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class RecordOpeningBench {

    private static final int CLIENTS = 20;
    private static final int PEOPLE = 30;
    private static final int NOTES = 40;
    private static final int OPENINGS = 25;

    /** Between two records somebody reads for a moment, on average; of twenty clients some still meet. */
    private static final int PAUSE_MILLISECONDS = Integer.getInteger("relais.bench.pause", 2_000);

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    @Test
    void opening_a_record_with_the_log_against_without() throws Exception {
        var places = house.open();
        var records = records(places);
        var clients = new ArrayList<Screen>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Screen.open(Wire.signedIn(port, places.here().member(Role.NURSE)), "people"));
        }
        var turns = new Turns();
        for (int turn = 0; turn <= Turns.COUNT; turn++) {
            // Each half of them is left out in every other turn
            var half = turn % 2;
            var unwritten = Set.copyOf(records.subList(half * PEOPLE / 2, (half + 1) * PEOPLE / 2));
            LogSwitch.leaveOut(unwritten);
            var took = open(clients, records, unwritten, turn);
            if (turn > 0) {
                turns.add(
                        Turns.quantile(took.getOrDefault(true, List.of()), 0.95),
                        Turns.quantile(took.getOrDefault(false, List.of()), 0.95));
            }
        }
        LogSwitch.leaveOut(Set.of());
        Turns.write("opening.txt", turns.line("opening a record, p95, 20 clients"));
    }

    private List<PersonId> records(Opened places) {
        var records = new ArrayList<PersonId>();
        for (int number = 0; number < PEOPLE; number++) {
            var person = people.registeredAt(places.here(), "Mesure" + number);
            for (int note = 0; note < NOTES; note++) {
                writers.sign(
                        places.here(),
                        Role.NURSE,
                        person,
                        "record.transmission",
                        "Nuit calme, tension prise deux fois, repas pris en entier. " + note,
                        Visibility.TEAM);
            }
            records.add(person);
        }
        return records;
    }

    /** By whether it was written, how long each opening took, in seconds. */
    private static Map<Boolean, List<Double>> open(
            List<Screen> clients, List<PersonId> records, Set<PersonId> unwritten, int seed) throws Exception {
        var took = new HashMap<Boolean, List<Double>>();
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            var work = new ArrayList<Callable<Map<PersonId, List<Double>>>>();
            for (int client = 0; client < clients.size(); client++) {
                var screen = clients.get(client);
                var random = new SplittableRandom(seed * 1_000L + client);
                work.add(() -> open(screen, records, random));
            }
            for (var done : threads.invokeAll(work)) {
                done.get()
                        .forEach((person, times) -> took.computeIfAbsent(
                                        !unwritten.contains(person), _ -> new ArrayList<>())
                                .addAll(times));
            }
        }
        return took;
    }

    private static Map<PersonId, List<Double>> open(Screen screen, List<PersonId> records, SplittableRandom random)
            throws InterruptedException {
        var took = new HashMap<PersonId, List<Double>>();
        for (int opening = 0; opening < OPENINGS; opening++) {
            Thread.sleep(random.nextInt(2 * PAUSE_MILLISECONDS));
            var person = records.get(random.nextInt(records.size()));
            var began = System.nanoTime();
            var answer = screen.say(Screen.navigate("people/" + person, ""));
            took.computeIfAbsent(person, _ -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
            assertThat(answer.body()).contains("Nuit calme");
            screen.say(Screen.navigate("people", ""));
        }
        return took;
    }
}
