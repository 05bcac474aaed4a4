package org.relais.audit;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every access is written. Not a door to anything: it gives nothing back but the id of the row.
 *
 * <p>Reads: {@link #append} returns once the row is committed through the log's own account. Writes: {@link
 * #appendWithin} puts the row into the transaction of the change it belongs to.
 */
@Component
public class AccessLog {

    private final AccessLogWriter writer;
    private final WrittenWithin written;
    private final AccessRows rows;

    AccessLog(AccessLogWriter writer, WrittenWithin written, JdbcClient jdbc, AuditProperties properties) {
        this.writer = writer;
        this.written = written;
        this.rows = new AccessRows(jdbc, properties.schema());
    }

    /**
     * Writes the row and commits it.
     *
     * @return the row's id
     * @throws AccessLogUnavailable when it could not be committed; nothing may be shown then
     */
    public UUID append(AccessEvent event) {
        return writer.append(event);
    }

    /** Writes the row in the caller's transaction: both or neither. Its place in the order is given later. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID appendWithin(AccessEvent event) {
        var row = writer.unnumbered(event);
        rows.insert(row);
        written.within(row);
        return row.id();
    }
}
