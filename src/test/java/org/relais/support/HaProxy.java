package org.relais.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The proxy of the deployment tests: {@code ./relais test} names it; from an editor it is looked for here. */
public final class HaProxy {

    // Debian keeps it where only an administrator's PATH looks
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    private HaProxy() {}

    /**
     * The path of the proxy.
     *
     * @throws IllegalStateException if there is none: a test of the proxy never passes without one
     */
    public static Path path() {
        var named = Stream.of(System.getProperty("relais.haproxy", ""), environment("RELAIS_HAPROXY"));
        var folders = Stream.concat(Stream.of(environment("PATH").split(File.pathSeparator, -1)), FOLDERS.stream());
        return Stream.concat(named, folders.map(folder -> folder + File.separator + "haproxy"))
                .filter(candidate -> !candidate.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No HAProxy: install one, or name it in RELAIS_HAPROXY (./relais test does this)"));
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        return value == null ? "" : value;
    }
}
