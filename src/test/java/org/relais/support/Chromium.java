package org.relais.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The browser of the browser tests: {@code ./relais test} names it; from an editor it is looked for here. */
public final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> APPLICATIONS = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    /**
     * The path of the browser.
     *
     * @throws IllegalStateException if there is none: a browser test never passes without one
     */
    public static Path path() {
        var named = Stream.of(System.getProperty("relais.chromium", ""), environment("RELAIS_CHROMIUM"));
        var onPath = Stream.of(environment("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name));
        return Stream.concat(named, Stream.concat(onPath, APPLICATIONS.stream()))
                .filter(candidate -> !candidate.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium: install one, or name it in RELAIS_CHROMIUM (./relais test does this)"));
    }

    /** The options every start of the browser takes: no window, nothing asked of the network. */
    public static List<String> options() {
        return List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        return value == null ? "" : value;
    }
}
