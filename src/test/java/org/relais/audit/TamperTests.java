package org.relais.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every class of tampering against a log of real tables, made by the code that writes and seals it. A sample here;
 * {@code ./relais bench audit} runs a thousand of each.
 */
class TamperTests {

    private static final int RUNS = Integer.getInteger("relais.tamper.runs", 24);
    private static final int RUNS_OF_ONE_HISTORY = 50;

    @TempDir
    Path folder;

    private long verifying;

    @Test
    void what_is_done_to_the_log_is_named_with_its_place_and_time() throws Exception {
        var missed = new ArrayList<String>();
        var count = new EnumMap<FindingKind, Integer>(FindingKind.class);
        var began = System.nanoTime();
        try (var schema = LogSchema.withoutKeys("tampered")) {
            for (int first = 0; first < RUNS; first += RUNS_OF_ONE_HISTORY) {
                var seed = 7_000L + first;
                var history = begin(schema, seed);
                history.usual(40);
                history.rememberSignatures();
                assertThat(history.verify().found()).as("seed %d", seed).isEmpty();
                var places = history.places();
                for (var kind : FindingKind.values()) {
                    for (int run = first; run < Math.min(RUNS, first + RUNS_OF_ONE_HISTORY); run++) {
                        var mark = kind.ordinal() * 100_000L + run;
                        try {
                            schema.undone(() -> {
                                var done = new Tampering(history, places, mark).run(kind);
                                var start = System.nanoTime();
                                var findings = history.verify();
                                verifying += System.nanoTime() - start;
                                count.merge(kind, 1, Integer::sum);
                                if (!done.isNamedBy(findings)) {
                                    missed.add(kind + " " + mark + " of " + seed + ": " + done + "\n  "
                                            + findings.found());
                                }
                            });
                        } catch (RuntimeException | SQLException failed) {
                            missed.add(kind + " " + mark + " of " + seed + ": " + failed);
                        }
                        Tampering.tidy(history.folder());
                    }
                }
                empty(schema);
                tell(count, missed, began);
            }
        }
        assertThat(count.values()).containsOnly(RUNS);
        assertThat(missed).isEmpty();
    }

    private void tell(Map<FindingKind, Integer> count, List<String> missed, long began) throws IOException {
        report("tampers " + count.values().stream().mapToInt(Integer::intValue).sum() + " " + count + "\nmissed "
                + missed.size() + "\n"
                + String.format(
                        "%.1f s, of which checking %.1f s%n", (System.nanoTime() - began) / 1e9, verifying / 1e9)
                + String.join("\n", missed.subList(0, Math.min(20, missed.size()))));
    }

    private LogHistory begin(LogSchema schema, long seed) throws IOException {
        return new LogHistory(
                schema,
                Files.createDirectories(folder.resolve("checkpoints-" + seed)),
                seed,
                Instant.parse("2026-11-30T23:40:00Z"));
    }

    private static void empty(LogSchema schema) throws Exception {
        for (var table : List.of(
                "access_event", "access_shown", "audit_epoch", "audit_epoch_range", "audit_epoch_write", "audit_key")) {
            schema.execute("DELETE FROM " + schema.table(table));
        }
    }

    private static void report(String text) throws IOException {
        Files.writeString(TestServer.target().resolve("tamper.txt"), text + "\n");
    }
}
