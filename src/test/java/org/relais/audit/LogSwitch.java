package org.relais.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.shared.PersonId;

/**
 * Lets a bench, and nothing else, find out what the log costs: of some people nothing is written, and whoever reads their
 * record waits for nothing.
 */
@TestConfiguration(proxyBeanMethods = false)
public class LogSwitch {

    private static volatile Set<PersonId> unwritten = Set.of();

    /** From now on nothing is written of what is read of these people, and everything of all others. */
    public static void leaveOut(Collection<PersonId> people) {
        unwritten = Set.copyOf(people);
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
                return event.person() != null && unwritten.contains(event.person())
                        ? Generators.timeBasedEpochRandomGenerator().generate()
                        : super.append(event);
            }
        };
    }
}
