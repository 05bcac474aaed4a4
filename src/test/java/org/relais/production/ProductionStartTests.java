package org.relais.production;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.relais.support.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** How the production file itself refuses to start. */
class ProductionStartTests {

    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "target", "relais.jar");

    @Test
    void it_refuses_the_demonstration_it_does_not_hold() throws Exception {
        refuses(Map.of("RELAIS_DEMONSTRATION", "true"), "RELAIS_DEMONSTRATION");
    }

    @Test
    void it_refuses_to_start_without_settings() throws Exception {
        refuses(Map.of(), "RELAIS_DATABASE_APPLICATION_PASSWORD");
    }

    private static void refuses(Map<String, String> environment, String variable) throws InterruptedException {
        try (var portal = PortalProcess.ofFile(FILE, environment)) {
            assertThat(portal.exitCode()).isEqualTo(1);
            var troubled = portal.output()
                    .lines()
                    .filter(line -> !line.contains("\"log.level\":\"INFO\""))
                    .toList();
            assertThat(troubled).as(portal.output()).hasSize(1);
            assertThat(troubled.getFirst()).contains("Relais ne démarre pas.", variable);
        }
    }
}
