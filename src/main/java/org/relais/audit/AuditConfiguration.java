package org.relais.audit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log writer's own account with a pool of two, beside the application's. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean(defaultCandidate = false)
    @Qualifier("accessLog")
    HikariDataSource accessLogDataSource(AuditProperties properties) {
        var account = properties.datasource();
        var pool = new HikariDataSource();
        pool.setPoolName("access-log");
        pool.setJdbcUrl(account.url());
        pool.setUsername(account.username());
        pool.setPassword(account.password());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
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
}
