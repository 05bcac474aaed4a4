package org.relais.audit;

import java.time.Clock;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a bench, and nothing else, find out what the log costs: with it off, nothing is written and nobody waits. */
@TestConfiguration(proxyBeanMethods = false)
public class LogSwitch {

    private static volatile boolean on = true;

    /** Turns writing of what is read on or off, for everybody. */
    public static void turn(boolean writing) {
        on = writing;
    }

    @Bean
    @Primary
    AccessLogWriter switchedWriter(
            @Qualifier("accessLog") JdbcClient jdbc,
            @Qualifier("accessLog") TransactionTemplate transaction,
            AuditProperties properties,
            NodeName node,
            Circumstances.Now circumstances,
            Clock clock,
            LogMeters meters) {
        return new AccessLogWriter(jdbc, transaction, properties, node, circumstances, clock, meters) {
            @Override
            UUID append(AccessEvent event) {
                return on
                        ? super.append(event)
                        : Generators.timeBasedEpochRandomGenerator().generate();
            }
        };
    }
}
