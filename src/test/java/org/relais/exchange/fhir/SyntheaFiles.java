package org.relais.exchange.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sixty referral records beside the project; without them, and outside CI only, the four that are copied into the
 * test resources.
 */
public final class SyntheaFiles {

    private static final Path COPIES = Path.of("src", "test", "resources", "synthea");
    private static final Path BESIDE = Path.of("..", "shared", "data", "synthea");

    private SyntheaFiles() {}

    public static boolean all() {
        var there = Files.isDirectory(BESIDE);
        assertThat(there || System.getenv("CI") == null)
                .as("In CI the sixty records must lie in %s", BESIDE.toAbsolutePath())
                .isTrue();
        return there;
    }

    public static List<Path> files() {
        if (!all()) {
            return list(COPIES);
        }
        var files = list(BESIDE);
        assertThat(files).as("records in %s", BESIDE.toAbsolutePath()).hasSize(60);
        return files;
    }

    public static Path copy(String start) {
        return list(COPIES).stream()
                .filter(file -> file.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** The text of a copy under a number of its own, so that several tests may each take it over. */
    public static String fresh(String start) {
        var file = copy(start);
        var name = file.getFileName().toString();
        var id = name.substring("A000-fr-".length(), name.length() - ".json.gz".length());
        return text(file).replace(id, UUID.randomUUID().toString());
    }

    static String text(Path file) {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json.gz"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
