package org.relais.production;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.relais.demo.StartupBench;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of the image: the file laid out in layers, {@code docker/portal/prepare} on an empty database, then a node
 * that holds no account for migrations. How long it takes is the business of {@code ./relais bench startup}.
 */
class PreparedStartTests {

    @Test
    void a_node_starts_from_the_cache_and_the_tables_that_were_prepared() throws Exception {
        var project = Path.of(System.getProperty("basedir", "."));
        var measured = StartupBench.measure(
                project.resolve("target").resolve("relais.jar"),
                project.resolve("docker"),
                0,
                new PrintStream(System.out, true, StandardCharsets.UTF_8));

        // That the node took the cache and showed its page is what measure() insists on
        assertThat(measured.cacheSize()).isGreaterThan(20L << 20);
    }
}
