package org.relais.support;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/** Puts the {@link StatementLog} before every data source of a context. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementLogConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StatementLog statementLog() {
        return new StatementLog(new LoggedBeforeRead(PersonTables.MARKED, PersonTables.LOG));
    }

    @Bean
    static BeanPostProcessor statementLogging(StatementLog log) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? log.watch(source, name) : bean;
            }
        };
    }
}
