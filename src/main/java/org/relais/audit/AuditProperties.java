package org.relais.audit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the access log is written.
 *
 * @param schema the log's own schema
 * @param node the name of this application node in the log; the machine's name when not given
 * @param retentionMonths how long rows are kept at least
 * @param datasource the log writer's own account
 * @param sealing how the log is sealed
 */
@ConfigurationProperties("relais.log")
record AuditProperties(
        @DefaultValue("relais_audit") String schema,
        @Nullable String node,
        @DefaultValue("60") int retentionMonths,
        Account datasource,
        Sealing sealing) {

    AuditProperties {
        if (!schema.matches("[a-zA-Z0-9_]{1,64}")) {
            throw new IllegalArgumentException("Not a schema name: relais.log.schema");
        }
    }

    /**
     * How the log is sealed.
     *
     * @param enabled false on a process that does not stay, such as the one that makes the tables
     * @param key the file of the key, outside the database
     * @param checkpoints the folder of what the node remembers, outside the database
     * @param interval how often; five seconds at most
     * @param datasource the sealing's own account
     */
    record Sealing(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("") String key,
            @DefaultValue("") String checkpoints,
            @DefaultValue("4s") Duration interval,
            Account datasource) {}

    /** One database account. */
    record Account(String url, String username, String password) {}
}
