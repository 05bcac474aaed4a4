package org.relais.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to an honest log: crashes, rolled-back writes, restarts, nodes that join, clocks that are set, months and
 * summer times that begin, commits that come late, sealers that die, keys that change. None of it is a fault.
 */
class CleanHistoryTests {

    private static final int RUNS = Integer.getInteger("relais.clean.runs", 30);

    private static final List<Instant> BEGINNINGS = List.of(
            Instant.parse("2026-11-30T23:45:00Z"),
            Instant.parse("2026-12-31T23:50:00Z"),
            // Summer time begins and ends in the zones of the centres
            Instant.parse("2027-03-28T00:50:00Z"),
            Instant.parse("2026-10-25T00:50:00Z"),
            Instant.parse("2027-05-12T10:00:00Z"),
            // A second that is one too many
            Instant.parse("2027-06-30T23:59:50Z"));

    @TempDir
    Path folder;

    @Test
    void an_honest_log_raises_no_alarm() throws Exception {
        var alarms = new ArrayList<String>();
        var rows = new long[1];
        try (var schema = LogSchema.asInstalled("clean")) {
            for (int run = 0; run < RUNS; run++) {
                var seed = 900_000L + run;
                var history = new LogHistory(
                        schema,
                        Files.createDirectories(folder.resolve("clean-" + seed)),
                        seed,
                        BEGINNINGS.get(run % BEGINNINGS.size()));
                schema.undone(() -> {
                    var told = live(history);
                    var findings = history.verify();
                    rows[0] += findings.rows();
                    if (!findings.clean()) {
                        alarms.add(seed + " " + told + "\n  " + findings.found());
                    }
                });
            }
        }
        Files.writeString(
                TestServer.target().resolve("clean.txt"),
                "clean histories " + RUNS + ", rows " + rows[0] + ", false alarms " + alarms.size() + "\n"
                        + String.join("\n", alarms.subList(0, Math.min(10, alarms.size()))) + "\n");
        assertThat(alarms).isEmpty();
        assertThat(rows[0]).isGreaterThan(RUNS * 20L);
    }

    private static List<String> live(LogHistory history) throws Exception {
        var random = history.random();
        var told = new ArrayList<String>();
        var nodes = new ArrayList<>(List.of("node-1", "node-2"));
        var skew = Duration.ZERO;
        for (int turn = 0; turn < 14; turn++) {
            for (int row = random.nextInt(8); row > 0; row--) {
                history.pass(Duration.ofMillis(random.nextInt(4_000)));
                var node = nodes.get(random.nextInt(nodes.size()));
                var at = node.equals("node-2") ? history.now().plus(skew) : history.now();
                if (random.nextInt(3) > 0) {
                    history.numbered(node, at);
                } else {
                    // The row is older than its commit
                    history.within(node, random.nextInt(4) == 0 ? at.minusSeconds(random.nextInt(280)) : at);
                }
            }
            switch (random.nextInt(14)) {
                case 0 -> {
                    told.add("batch lost, numbers given again");
                    history.takenBack(nodes.get(random.nextInt(nodes.size())), 1 + random.nextInt(4));
                }
                case 1 -> {
                    told.add("sealer dies before its commit");
                    history.sealInVain();
                }
                case 2 -> {
                    told.add("sealer dies after its commit");
                    history.seal();
                }
                case 3 -> {
                    told.add("node restarts");
                    history.restart(nodes.get(random.nextInt(nodes.size())));
                }
                case 4 -> {
                    told.add("node joins");
                    nodes.add("node-" + (nodes.size() + 1) + " é");
                }
                case 5 -> {
                    skew = Duration.ofSeconds(random.nextInt(-280, 280));
                    told.add("clock of a node set by " + skew);
                }
                case 6 -> {
                    var step = Duration.ofSeconds(random.nextInt(-240, 240));
                    told.add("clock of the database set by " + step);
                    history.pass(step);
                }
                case 7 -> {
                    told.add("nothing is sealed for an hour");
                    for (int row = 0; row < 20; row++) {
                        history.pass(Duration.ofMinutes(3));
                        history.numbered("node-1", history.now());
                        history.within("node-1", history.now());
                    }
                }
                case 8 -> {
                    told.add("the portal stands still for three days");
                    history.pass(Duration.ofDays(3));
                }
                case 9 -> {
                    told.add("new key");
                    history.rotate();
                }
                case 10 -> {
                    told.add("a line of the checkpoints is broken off");
                    history.breakOff("node-1");
                }
                case 11 -> {
                    told.add("more waits than one epoch takes");
                    var few = new Sealing(
                            new SealTables(
                                    history.schema().jdbc(), history.schema().name()),
                            Duration.ZERO,
                            3);
                    while (history.seal(few, random.nextBoolean()).more()) {
                        history.pass(Duration.ofMinutes(7));
                    }
                }
                case 12 -> {
                    told.add("the whole log is looked through");
                    history.seal(
                            new Sealing(
                                    new SealTables(
                                            history.schema().jdbc(),
                                            history.schema().name()),
                                    Duration.ZERO),
                            true);
                }
                default -> told.add("-");
            }
            history.pass(Duration.ofSeconds(random.nextInt(1, 30)));
            history.seal();
            if (random.nextInt(5) > 0) {
                history.remember(random.nextBoolean() ? "node-1" : "node-2");
            }
        }
        history.numbered("node-1", history.now());
        history.remember("node-1");
        return told;
    }
}
