package org.relais.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Which files an import is about. */
final class ReferralFiles {

    private static final int DEPTH = 4;

    private ReferralFiles() {}

    /** The file itself, or the FHIR files of a folder and the folders in it, by path. */
    static List<Path> of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.walk(path, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(ReferralFiles::named)
                    .sorted()
                    .toList();
        }
    }

    private static boolean named(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".json.gz");
    }
}
