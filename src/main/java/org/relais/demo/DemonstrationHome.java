package org.relais.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.Set;

import org.springframework.boot.SpringApplication;

/**
 * The folder of the demonstration: its data, its passwords, and which portal uses it. One portal at a time holds it;
 * the operating system lets go of it even when the portal is killed.
 */
final class DemonstrationHome {

    /** What beginning anew keeps: the unpacked servers hold no data, the lock is in our hands. */
    private static final Set<String> KEPT = Set.of("server", "keycloak", "portal.lock");

    private final Path folder;

    private DemonstrationHome(Path folder) {
        this.folder = folder;
    }

    /** The folder named by {@code relais.home}, made if needed. */
    static DemonstrationHome ofSystemProperty() {
        return of(Path.of(System.getProperty("relais.home", ".relais")));
    }

    static DemonstrationHome of(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException refused) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + absolute + ".", refused);
        }
        if (!Files.isWritable(absolute)) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + absolute + ".");
        }
        return new DemonstrationHome(absolute);
    }

    Path folder() {
        return folder;
    }

    /**
     * Takes the folder for a portal until this process ends.
     *
     * @throws DemonstrationRefused if another portal has it
     */
    void takeForPortal(int port) {
        try {
            var channel = FileChannel.open(
                    folder.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw alreadyRunning();
            }
            // Held by the handler: a channel that nothing refers to is closed by the garbage collector
            SpringApplication.getShutdownHandlers().add(() -> release(lock));
            sayWhoRuns(port);
        } catch (IOException failure) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + folder + ".", failure);
        }
    }

    private void release(FileLock lock) {
        try {
            Files.deleteIfExists(folder.resolve("portal.properties"));
            lock.acquiredBy().close();
        } catch (IOException leftBehind) {
            // The operating system lets go of it when the process ends
        }
    }

    /** Writes down, for whoever comes next, which portal has the folder. */
    void sayWhoRuns(int port) {
        var state = new Properties();
        state.setProperty("port", Integer.toString(port));
        state.setProperty("process", Long.toString(ProcessHandle.current().pid()));
        try {
            PrivateFiles.write(folder.resolve("portal.properties"), state);
        } catch (IOException failure) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + folder + ".", failure);
        }
    }

    /** Forgets everything stored; only for the portal that took the folder. */
    void beginAnew() {
        try {
            EmbeddedDatabase.stopAbandoned(folder);
            try (var entries = Files.list(folder)) {
                for (var entry : entries.toList()) {
                    if (!KEPT.contains(entry.getFileName().toString())) {
                        Folders.empty(entry);
                        Files.deleteIfExists(entry);
                    }
                }
            }
        } catch (IOException failure) {
            throw new DemonstrationRefused(
                    "Relais ne peut pas vider " + folder + " : " + failure.getMessage(), failure);
        }
    }

    private DemonstrationRefused alreadyRunning() throws IOException {
        var state = PrivateFiles.read(folder.resolve("portal.properties"));
        if (state == null) {
            return new DemonstrationRefused("Relais fonctionne déjà dans ce dossier.");
        }
        return new DemonstrationRefused("Relais fonctionne déjà : http://localhost:" + state.getProperty("port")
                + "/ (processus " + state.getProperty("process") + "). Arrêtez-le d’abord.");
    }
}
