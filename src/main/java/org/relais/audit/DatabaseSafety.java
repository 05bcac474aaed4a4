package org.relais.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

import org.relais.shared.Secrecy;
import org.relais.shared.StartRefused;

/**
 * Refuses to start on a database that could not keep the log's promise: accounts with guessable passwords, one account
 * for two purposes, an account of the application that may change the log, a clock that tells another time. Runs before
 * anything is built, so before a table is migrated or a port is opened.
 *
 * <p>It stands in the room of the log because the separation of the accounts is the log's guard.
 */
final class DatabaseSafety implements BeanFactoryPostProcessor {

    /** How far the clocks of the application and of the database may be apart. */
    static final Duration LARGEST_DIFFERENCE = Duration.ofSeconds(2);

    private final Environment environment;
    private final Clock clock;

    DatabaseSafety(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check();
    }

    void check() {
        var application = account("APPLICATION", "spring.datasource.url", "spring.datasource", "username");
        var migration = account("MIGRATION", "spring.datasource.url", "spring.flyway", "user");
        var log = account("LOG", "relais.log.datasource.url", "relais.log.datasource", "username");
        // A node whose tables are made before it starts does not hold the account that makes them
        var migrates = environment.getProperty("spring.flyway.enabled", Boolean.class, true);
        var seals = environment.getProperty("relais.log.sealing.enabled", Boolean.class, true);
        var sealing =
                account("SEALING", "relais.log.sealing.datasource.url", "relais.log.sealing.datasource", "username");
        var accounts = new ArrayList<>(List.of(application, log));
        if (migrates) {
            accounts.add(migration);
        }
        if (seals) {
            accounts.add(sealing);
        }
        accounts.forEach(DatabaseSafety::requireSecret);
        requireApart(accounts);
        if (seals) {
            requireKey(environment.getProperty("relais.log.sealing.key", ""));
            requireFolder(environment.getProperty("relais.log.sealing.checkpoints", ""));
        }
        var rights = new LogRights(
                environment.getRequiredProperty("relais.database.schema"),
                environment.getRequiredProperty("relais.log.schema"));
        try (var connection = connect(application)) {
            requireSameTime(connection);
            rights.requireOnlyAdding(connection, application.variable());
            rights.requireNoSealing(connection, application.variable());
        } catch (SQLException refused) {
            throw unreachable(application, refused);
        }
        try (var connection = connect(log)) {
            rights.requireOnlyAdding(connection, log.variable());
            rights.requireNoSealing(connection, log.variable());
            rights.requireNothingOfTheRooms(connection, log.variable());
        } catch (SQLException refused) {
            throw unreachable(log, refused);
        }
        if (seals) {
            try (var connection = connect(sealing)) {
                rights.requireOnlyAdding(connection, sealing.variable());
                rights.requireNothingOfTheRooms(connection, sealing.variable());
            } catch (SQLException refused) {
                throw unreachable(sealing, refused);
            }
        }
    }

    // Without a key nobody could tell later whether the log was changed
    private static void requireKey(String file) {
        if (file.isBlank()) {
            throw new StartRefused("RELAIS_LOG_SEALING_KEY manque : le fichier de la clé qui scelle le journal"
                    + " (src/docs/operation.md, « Le sceau du journal » : openssl genpkey -algorithm ed25519).");
        }
        try {
            if (SealingKey.readableByOthers(Path.of(file))) {
                throw new StartRefused(
                        "RELAIS_LOG_SEALING_KEY : le fichier " + file + " est lisible par d’autres ; chmod 600.");
            }
            SealingKey.ofFile(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new StartRefused("RELAIS_LOG_SEALING_KEY : le fichier " + file
                    + " ne se lit pas, ou ne contient pas une clé Ed25519 avec sa moitié publique.");
        }
    }

    private static void requireFolder(String folder) {
        if (folder.isBlank()) {
            throw new StartRefused("RELAIS_LOG_SEALING_CHECKPOINTS manque : le dossier, hors de la base, où ce nœud"
                    + " note les sceaux qu’il a vus.");
        }
        try {
            Files.createDirectories(Path.of(folder));
            if (!Files.isWritable(Path.of(folder))) {
                throw new IOException("not writable");
            }
        } catch (IOException | InvalidPathException refused) {
            throw new StartRefused(
                    "RELAIS_LOG_SEALING_CHECKPOINTS : Relais ne peut pas écrire dans le dossier " + folder + ".");
        }
    }

    private DatabaseAccount account(String purpose, String url, String prefix, String name) {
        return new DatabaseAccount(
                "RELAIS_DATABASE_" + purpose,
                environment.getRequiredProperty(url),
                environment.getProperty(prefix + "." + name, ""),
                environment.getProperty(prefix + ".password", ""));
    }

    private static void requireSecret(DatabaseAccount account) {
        if (Secrecy.guessable(account.password(), account.name())) {
            throw new StartRefused(account.variable() + "_PASSWORD est vide, trop court ou connu : donnez au compte « "
                    + account.name() + " » un mot de passe d’au moins " + Secrecy.LEAST
                    + " caractères tirés au hasard (openssl rand -base64 24).");
        }
    }

    private static void requireApart(List<DatabaseAccount> accounts) {
        var names = new HashSet<String>();
        for (var account : accounts) {
            if (!names.add(account.name().toLowerCase(Locale.ROOT))) {
                throw new StartRefused(account.variable() + "_USERNAME : le compte « " + account.name()
                        + " » sert déjà à autre chose ; donnez à chaque usage son compte"
                        + " (docker/database/accounts.sql).");
            }
        }
    }

    private Connection connect(DatabaseAccount account) throws SQLException {
        return DriverManager.getConnection(account.url(), account.name(), account.password());
    }

    private StartRefused unreachable(DatabaseAccount account, SQLException refused) {
        var address = environment.getProperty("relais.database.address", "");
        var state = refused.getSQLState() == null ? "" : refused.getSQLState();
        if (state.startsWith("28")) {
            return new StartRefused(account.variable() + "_PASSWORD : la base " + address + " refuse le compte « "
                    + account.name() + " » ; vérifiez le mot de passe, ou relancez docker/database/accounts.sql.");
        }
        if (state.startsWith("42")) {
            return new StartRefused(account.variable() + "_USERNAME : le compte « " + account.name()
                    + " » n’atteint pas son schéma ; lancez docker/database/accounts.sql sur la base " + address + ".");
        }
        return new StartRefused("RELAIS_DATABASE_ADDRESS : la base " + address
                + " ne répond pas ; vérifiez l’adresse, le pare-feu et que MariaDB fonctionne.");
    }

    private void requireSameTime(Connection connection) throws SQLException {
        var before = clock.instant();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT UTC_TIMESTAMP(6)")) {
            row.next();
            var database = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            var after = clock.instant();
            if (database.isBefore(before.minus(LARGEST_DIFFERENCE))
                    || database.isAfter(after.plus(LARGEST_DIFFERENCE))) {
                var apart = Duration.between(database, after).abs();
                throw new StartRefused("RELAIS_DATABASE_ADDRESS : l’horloge de la base et celle de cette machine"
                        + " diffèrent de " + apart.toSeconds() + " s (2 s au plus) ; réglez-les par NTP.");
            }
        }
    }

    /** One account as the settings name it; {@code variable} is the beginning of its environment variables. */
    private record DatabaseAccount(String variable, String url, String name, String password) {

        @Override
        public String toString() {
            return variable;
        }
    }
}
