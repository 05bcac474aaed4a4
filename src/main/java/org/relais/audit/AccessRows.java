package org.relais.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.shared.Id;
import org.relais.shared.Utc;

/** The two tables of the log, through whichever account the client stands for. */
final class AccessRows {

    private final JdbcClient jdbc;
    private final String insertEvent;
    private final String insertShown;
    private final String selectLast;

    /** @param schema checked by {@link AuditProperties}, as an identifier cannot be a parameter */
    AccessRows(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.insertEvent = "INSERT INTO " + schema
                + ".access_event (month, id, occurred_at, node, node_sequence, actor_id, actor_role, actor_centre_id,"
                + " action, person_id, section, resource_type, resource_id, purpose, basis, allowed, query_hash,"
                + " result_count, person_centre_id, view, reason, legal_basis, request_id, session_hash, leaf_hash)"
                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
        this.insertShown =
                "INSERT INTO " + schema + ".access_shown (month, event_id, position, person_id, occurred_at) VALUES ";
        this.selectLast = "SELECT MAX(node_sequence) FROM " + schema + ".access_event WHERE node = ? AND month = ?";
    }

    void insert(AccessRow row) {
        var event = row.event();
        jdbc.sql(insertEvent)
                .param(row.month())
                .param(row.id())
                .param(Utc.column(row.occurredAt()))
                .param(row.node())
                .param(row.sequence())
                .param(value(event.actor()))
                .param(event.actorRole())
                .param(value(event.actorCentre()))
                .param(event.action().name())
                .param(value(event.person()))
                .param(event.section())
                .param(event.resourceType())
                .param(event.resource())
                .param(event.purpose())
                .param(event.basis())
                .param(event.allowed())
                .param(event.queryHash())
                .param(event.shown().isEmpty() ? null : event.shown().size())
                .param(value(event.personCentre()))
                .param(row.circumstances().view())
                .param(event.reason())
                .param(event.legalBasis() == null ? null : event.legalBasis().name())
                .param(row.circumstances().request())
                .param(row.circumstances().session())
                .param(row.leafHash())
                .update();
        if (!event.shown().isEmpty()) {
            insertShown(row);
        }
    }

    private void insertShown(AccessRow row) {
        var people = row.event().shown();
        var statement = jdbc.sql(insertShown + "(?,?,?,?,?),".repeat(people.size() - 1) + "(?,?,?,?,?)");
        for (int position = 0; position < people.size(); position++) {
            statement = statement
                    .param(row.month())
                    .param(row.id())
                    .param(position)
                    .param(people.get(position).value())
                    .param(Utc.column(row.occurredAt()));
        }
        statement.update();
    }

    /** The last number this node gave in the month, or 0. */
    long lastSequence(String node, int month) {
        var last =
                jdbc.sql(selectLast).param(node).param(month).query(Long.class).optional();
        return last.orElse(0L);
    }

    private static @Nullable Object value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
