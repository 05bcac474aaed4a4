package org.relais.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

import org.relais.Portal;

/** Starts the portal on the embedded database, and stops the database when the portal has closed. */
final class DemonstrationStart {

    private static final int PEOPLE = Script.MOST;

    private DemonstrationStart() {}

    /** The portal, or a command beside it. */
    enum Kind {
        PORTAL,
        COMMAND
    }

    static ConfigurableApplicationContext start(DemonstrationHome home, Kind kind, Map<String, Object> settings) {
        // Nothing but our own lines in the terminal, also before the portal's own logging is up
        LoggingSystem.get(DemonstrationStart.class.getClassLoader()).beforeInitialize();
        var database = EmbeddedDatabase.open(home.folder());
        // Runs after the portal has closed
        SpringApplication.getShutdownHandlers().add(database::close);
        var properties = new LinkedHashMap<String, Object>(database.properties());
        properties.put("server.servlet.session.cookie.secure", "false");
        properties.put("server.servlet.session.cookie.name", "JSESSIONID");
        // Nobody watches a demonstration, and 9090 may be taken
        properties.put("management.server.port", "-1");
        properties.put("logging.threshold.console", "off");
        var log = home.folder().resolve(kind == Kind.PORTAL ? "portal.log" : "command.log");
        properties.put("logging.file.name", log.toString());
        var year = SeedState.of(home);
        var tellsYear = kind == Kind.PORTAL && !year.told();
        if (kind == Kind.PORTAL) {
            properties.put(DemonstrationSeed.PEOPLE, Integer.toString(PEOPLE));
            properties.put(DemonstrationSeed.STATE, year.file().toString());
        }
        if (tellsYear) {
            database.waitForDisk(false);
        }
        if (kind == Kind.COMMAND) {
            // The whole portal, and nothing that listens
            properties.put("server.port", "-1");
            // What it writes is sealed by the portal, now or when it next runs
            properties.put("relais.log.sealing.enabled", "false");
            // The access log counts by node: beside a running portal a command is a node of its own
            properties.put(
                    "relais.log.node", "command-" + ProcessHandle.current().pid());
        }
        properties.putAll(settings);
        var application = new SpringApplication(Portal.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // First, so that no variable of the surroundings points the demonstration at another database
        application.addListeners(new PropertiesFirst(properties));
        try {
            var context = application.run();
            if (tellsYear) {
                database.waitForDisk(true);
            }
            return context;
        } catch (RuntimeException failure) {
            throw new DemonstrationRefused("Relais ne démarre pas : " + rootMessage(failure) + " Voir " + log, failure);
        }
    }

    private static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse(cause.getClass().getSimpleName());
    }

    /** Puts properties before every other source as soon as there is an environment, logging included. */
    private record PropertiesFirst(Map<String, Object> properties)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demonstration", properties));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
