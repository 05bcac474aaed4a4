package org.relais.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * The portal with the demonstration, on the embedded database: what {@code ./relais run} starts. It listens on this
 * machine only, because everybody knows its password.
 */
public final class DemonstrationPortal {

    private static final int USUAL_PORT = 8080;

    private DemonstrationPortal() {}

    /** Arguments: {@code --port N}, {@code --fresh}, {@code --keycloak}, {@code --bulk}. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(Options.parse(List.of(arguments)), out);
        } catch (DemonstrationRefused refused) {
            out.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options, PrintStream out) {
        var home = DemonstrationHome.ofSystemProperty();
        home.takeForPortal(options.port());
        requireFree(options.port());
        var state = SeedState.of(home);
        var interrupted = state.interrupted();
        if (interrupted) {
            out.println("Le passé de la démonstration avait été interrompu ; il recommence.");
        } else if (!options.fresh() && state.told() && state.people() < Script.MOST) {
            out.println("Cette démonstration a été commencée avec " + state.people()
                    + " personnes et reste comme elle est ;" + " « ./relais run --fresh » en commence une autre, avec "
                    + Script.MOST + ".");
        }
        if (options.fresh() || interrupted) {
            home.beginAnew();
            home.sayWhoRuns(options.port());
        }
        var settings = new HashMap<String, Object>();
        settings.put("server.port", Integer.toString(options.port()));
        settings.put("server.address", "127.0.0.1");
        if (options.keycloak()) {
            out.println("Keycloak démarre (une minute environ)…");
            settings.putAll(startKeycloak(home, options.port()).properties());
        }
        out.println("Relais démarre…");
        var context = DemonstrationStart.start(home, DemonstrationStart.Kind.PORTAL, settings);
        if (options.bulk()) {
            DemonstrationBulk.add(context, EmbeddedDatabase.open(home.folder()), out);
        }
        announce(context, options, out);
    }

    private static EmbeddedKeycloak startKeycloak(DemonstrationHome home, int port) {
        var keycloak = EmbeddedKeycloak.start(
                Path.of(System.getProperty("relais.keycloak")),
                Path.of(System.getProperty("relais.realm")),
                URI.create("http://localhost:" + port),
                home.folder().resolve("keycloak.log"));
        SpringApplication.getShutdownHandlers().add(keycloak::close);
        return keycloak;
    }

    private static void announce(ApplicationContext context, Options options, PrintStream out) {
        out.println();
        out.println("Relais est prêt : http://localhost:" + options.port() + "/");
        context.getBeanProvider(DemonstrationAccounts.class).ifAvailable(offered -> {
            out.println();
            var password = options.keycloak() ? EmbeddedKeycloak.PASSWORD : DemonstrationSignIn.PASSWORD;
            out.println("Comptes de démonstration (mot de passe : " + password + ") :");
            for (var account : offered.accounts()) {
                out.printf(
                        "  %-14s %-26s %s%n", account.username(), OfferedAccounts.word(account.role()), account.name());
            }
        });
        if (options.keycloak()) {
            out.println();
            out.println(
                    "Médecins et infirmières de délivrance ont un second facteur. Clé pour une application de codes :");
            out.println("  " + EmbeddedKeycloak.CODE_KEY);
        }
        out.println();
        out.println("Ctrl+C arrête Relais. Ce qui est saisi reste ; « ./relais run --fresh » repart de zéro.");
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException taken) {
            throw new DemonstrationRefused(
                    "Le port " + port + " est déjà pris ; par exemple « ./relais run --port " + (port + 1) + " ».",
                    taken);
        }
    }

    /** What was typed. */
    private record Options(int port, boolean fresh, boolean keycloak, boolean bulk) {

        static Options parse(List<String> arguments) {
            var port = USUAL_PORT;
            var fresh = false;
            var keycloak = false;
            var bulk = false;
            var rest = arguments.iterator();
            while (rest.hasNext()) {
                var argument = rest.next();
                switch (argument) {
                    case "--fresh" -> fresh = true;
                    case "--keycloak" -> keycloak = true;
                    case "--bulk" -> bulk = true;
                    case "--port" -> port = port(rest.hasNext() ? rest.next() : "");
                    default ->
                        throw new DemonstrationRefused("« " + argument
                                + " » n’est pas une option de run : --port N, --fresh, --keycloak, --bulk.");
                }
            }
            return new Options(port, fresh, keycloak, bulk);
        }

        private static int port(String typed) {
            if (!typed.matches("[1-9][0-9]{0,4}") || Integer.parseInt(typed) > 65_535) {
                throw new DemonstrationRefused("--port attend un nombre de 1 à 65535.");
            }
            return Integer.parseInt(typed);
        }
    }
}
