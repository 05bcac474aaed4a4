package org.relais;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Relais, the portal: one application whose packages are its rooms. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Relais")
public class Portal {

    public static void main(String[] arguments) {
        SpringApplication.run(Portal.class, arguments);
    }
}
