package org.relais.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How far the demonstration's past has come, in a file beside the data, and how many people it has: a past that was begun
 * and never finished is not shown, the next start begins anew. One that was told is never told again, whatever it has
 * become since: what was entered in it stays until somebody asks for a fresh one.
 */
final class SeedState {

    private static final String KEY = "year";
    private static final String BEGUN = "begun";
    private static final String TOLD = "told";
    private static final String PEOPLE = "people";
    // What was written before the number was kept
    private static final String SMALL = "200";

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
        return BEGUN.equals(state());
    }

    /** Whether there is nothing left to play. */
    boolean told() {
        return TOLD.equals(state());
    }

    /** How many people were told of; 0 while none were. */
    int people() {
        return told() ? Integer.parseInt(read().getProperty(PEOPLE, SMALL)) : 0;
    }

    void begin() {
        write(BEGUN, 0);
    }

    void end(int people) {
        write(TOLD, people);
    }

    private String state() {
        return read().getProperty(KEY, "");
    }

    private Properties read() {
        try {
            var stored = PrivateFiles.read(file);
            return stored == null ? new Properties() : stored;
        } catch (IOException unreadable) {
            throw new DemonstrationRefused("Relais ne peut pas lire " + file + ".", unreadable);
        }
    }

    private void write(String state, int people) {
        var properties = new Properties();
        properties.setProperty(KEY, state);
        properties.setProperty(PEOPLE, Integer.toString(people));
        try {
            PrivateFiles.write(file, properties);
        } catch (IOException failure) {
            throw new DemonstrationRefused("Relais ne peut pas écrire " + file + ".", failure);
        }
    }
}
