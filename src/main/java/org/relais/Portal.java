package org.relais;

import java.time.Clock;

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

    /** The one clock. Nothing else reads the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Portal.class, arguments);
    }
}
