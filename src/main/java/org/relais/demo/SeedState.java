package org.relais.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How far the demonstration's year has come, in a file beside the data: a year that was begun and never finished is
 * not shown, the next start begins anew.
 */
final class SeedState {

    private static final String KEY = "year";
    private static final String BEGUN = "begun";
    private static final String TOLD = "told";

    private final Path file;

    SeedState(Path file) {
        this.file = file;
    }

    static SeedState of(DemonstrationHome home) {
        return new SeedState(home.folder().resolve("year.properties"));
    }

    Path file() {
        return file;
    }

    /** Whether a start was interrupted while the year was played. */
    boolean interrupted() {
        return BEGUN.equals(read());
    }

    /** Whether there is nothing left to play. */
    boolean told() {
        return TOLD.equals(read());
    }

    void begin() {
        write(BEGUN);
    }

    void end() {
        write(TOLD);
    }

    private String read() {
        try {
            var stored = PrivateFiles.read(file);
            return stored == null ? "" : stored.getProperty(KEY, "");
        } catch (IOException unreadable) {
            throw new DemonstrationRefused("Relais ne peut pas lire " + file + ".", unreadable);
        }
    }

    private void write(String state) {
        var properties = new Properties();
        properties.setProperty(KEY, state);
        try {
            PrivateFiles.write(file, properties);
        } catch (IOException failure) {
            throw new DemonstrationRefused("Relais ne peut pas écrire " + file + ".", failure);
        }
    }
}
