package org.relais.audit;

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

    private static AccessEvent event() {
        return new AccessEvent(
                null, "test", null, AccessAction.SEARCH, null, "NONE", null, null, "TEST", null, true, null, List.of());
    }
}
