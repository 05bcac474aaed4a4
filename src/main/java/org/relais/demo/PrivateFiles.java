package org.relais.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/** Small files that only the owner of the process may read. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Writes all of the file or nothing of it. */
    static void write(Path file, List<String> lines) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path file, Properties properties) throws IOException {
        write(
                file,
                properties.stringPropertyNames().stream()
                        .sorted()
                        .map(name -> name + "=" + properties.getProperty(name))
                        .toList());
    }

    /** The properties of the file, or nothing if there is no such file. */
    static @Nullable Properties read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
