package org.relais.demo;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the demonstration puts in the place of the portal's own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("relais.demonstration")
class DemonstrationConfiguration {

    @Bean
    @Primary
    DemonstrationClock demonstrationClock() {
        return new DemonstrationClock(Clock.systemUTC());
    }
}
