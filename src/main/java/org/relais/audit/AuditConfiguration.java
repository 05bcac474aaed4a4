package org.relais.audit;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log writer's own account with a pool of two, beside the application's. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Taken back before anybody could read it. */
    private static final AccessEvent TRIAL = new AccessEvent(
            null, "health", null, AccessAction.VIEW, null, "NONE", null, null, "HEALTH", null, false, null, List.of());

    @Bean
    static DatabaseSafety databaseSafety(Environment environment) {
        return new DatabaseSafety(environment, Clock.systemUTC());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("accessLog")
    HikariDataSource accessLogDataSource(AuditProperties properties, MeterRegistry registry) {
        var account = properties.datasource();
        var pool = new HikariDataSource();
        pool.setPoolName("access-log");
        pool.setJdbcUrl(account.url());
        pool.setUsername(account.username());
        pool.setPassword(account.password());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("accessLog")
    JdbcClient accessLogJdbcClient(@Qualifier("accessLog") DataSource accessLogDataSource) {
        return JdbcClient.create(accessLogDataSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("accessLog")
    TransactionTemplate accessLogTransaction(@Qualifier("accessLog") DataSource accessLogDataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(accessLogDataSource));
    }

    @Bean(defaultCandidate = false)
    @Qualifier("sealing")
    HikariDataSource sealingDataSource(AuditProperties properties) {
        var account = properties.sealing().datasource();
        var pool = new HikariDataSource();
        pool.setPoolName("sealing");
        pool.setJdbcUrl(account.url());
        pool.setUsername(account.username());
        pool.setPassword(account.password());
        // One seals, one checks
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
        // A node that was stopped in the middle lets go of the head
        pool.setConnectionInitSql("SET SESSION idle_transaction_timeout = 30");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("sealing")
    JdbcClient sealingJdbcClient(@Qualifier("sealing") DataSource sealingDataSource) {
        return JdbcClient.create(sealingDataSource);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("sealing")
    TransactionTemplate sealingTransaction(@Qualifier("sealing") DataSource sealingDataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(sealingDataSource));
    }

    /** Whether epochs come. Not part of readiness: what is written waits for its seal, and care goes on. */
    @Bean
    HealthIndicator sealingHealthIndicator(Sealer sealer) {
        return () -> sealer.late() ? Health.down().build() : Health.up().build();
    }

    /** The application's account and pool, and the server behind them. */
    @Bean
    HealthIndicator databaseHealthIndicator(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AccessLogWriter writer,
            AuditProperties properties) {
        var rows = new AccessRows(jdbc, properties.schema());
        return new WriteHealth(
                () -> true, () -> rows.insert(writer.unnumbered(TRIAL)), new TransactionTemplate(transactions));
    }

    /** The log writer, its account and its pool. */
    @Bean
    HealthIndicator accessLogHealthIndicator(
            @Qualifier("accessLog") JdbcClient accessLogJdbcClient,
            @Qualifier("accessLog") TransactionTemplate accessLogTransaction,
            AccessLogWriter writer,
            AuditProperties properties) {
        var rows = new AccessRows(accessLogJdbcClient, properties.schema());
        return new WriteHealth(writer::takesRows, () -> rows.insert(writer.unnumbered(TRIAL)), accessLogTransaction);
    }
}
