package org.relais.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.support.RelaisTest;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of the rows that wait when the log stops. */
@RelaisTest
class AccessLogWriterTests {

    @Autowired
    AccessLogWriter writer;

    @Autowired
    AuditProperties properties;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_stop_writes_what_waits_and_takes_nothing_more() throws Exception {
        var log = properties.schema() + ".access_event";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute("LOCK TABLES " + log + " WRITE");
            List<Future<UUID>> waiting;
            Future<Boolean> stop;
            try {
                waiting = IntStream.range(0, 20)
                        .mapToObj(number -> threads.submit((Callable<UUID>) () -> writer.append(event())))
                        .toList();
                Thread.sleep(300);
                stop = threads.submit(() -> {
                    writer.stop();
                    return true;
                });
                Thread.sleep(300);
                assertThat(waiting).noneMatch(Future::isDone);
                assertThatThrownBy(() -> writer.append(event())).isInstanceOf(AccessLogUnavailable.class);
            } finally {
                statement.execute("UNLOCK TABLES");
            }
            assertThat(stop.get()).isTrue();
            for (var row : waiting) {
                assertThat(jdbc.sql("SELECT COUNT(*) FROM " + log + " WHERE id = ?")
                                .param(row.get())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            }
        } finally {
            writer.start();
        }
        assertThat(writer.append(event())).isNotNull();
    }

    @Test
    void a_number_that_a_process_of_the_same_name_gave_meanwhile_is_passed_over() {
        var first = stored(writer.append(event()));
        new AccessRows(jdbc, properties.schema())
                .insert(new AccessRow(
                        UUID.randomUUID(),
                        Instant.now(),
                        first.month(),
                        first.node(),
                        first.sequence() + 1,
                        event(),
                        Circumstances.NONE));
        assertThat(stored(writer.append(event())).sequence()).isEqualTo(first.sequence() + 2);
    }

    private Stored stored(UUID row) {
        return jdbc.sql("SELECT month, node, node_sequence AS sequence FROM " + properties.schema()
                        + ".access_event WHERE id = ?")
                .param(row)
                .query(Stored.class)
                .single();
    }

    private record Stored(int month, String node, long sequence) {}

    private static AccessEvent event() {
        return new AccessEvent(
                null, "test", null, AccessAction.SEARCH, null, "NONE", null, null, "TEST", null, true, null, List.of());
    }
}
