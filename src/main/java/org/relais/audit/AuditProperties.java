package org.relais.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the access log is written.
 *
 * @param schema the log's own schema
 * @param node the name of this application node in the log; the machine's name when not given
 * @param datasource the log writer's own account
 */
@ConfigurationProperties("relais.log")
record AuditProperties(
        @DefaultValue("relais_audit") String schema,
        @Nullable String node,
        Account datasource) {

    AuditProperties {
        if (!schema.matches("[a-zA-Z0-9_]{1,64}")) {
            throw new IllegalArgumentException("Not a schema name: relais.log.schema");
        }
    }

    /** One database account. */
    record Account(String url, String username, String password) {}
}
