package org.relais;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Relais, the portal: one application whose packages are its rooms. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Relais")
public class Portal {

    static {
        // The database driver writes an Instant in the zone of the process, whatever the connection says: so the
        // process has the zone of the database. What people see is shown in the zone of their centre.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** The one clock. Nothing else reads the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Portal.class, arguments);
    }
}
