package org.relais.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.relais.access.Scope;
import org.relais.exchange.referral.SourceKey;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;
import org.relais.shared.ReferralItemId;
import org.relais.shared.Utc;

/** The room's own rows. Within the caller's transaction. */
@Component
class ReferralStore {

    private static final TypeReference<List<TypeResult>> TYPES = new TypeReference<>() {};
    private static final TypeReference<List<PartResult>> PARTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;

    ReferralStore(JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Whom an earlier import at any centre took the source to mean. */
    Optional<PersonId> personOf(SourceKey source) {
        return jdbc.sql("SELECT person_id FROM exchange_source WHERE owner_key = ?")
                .param(SourceName.owner(source))
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .optional();
    }

    /** @throws Conflict when the same person's file is being taken in at the same moment */
    void remember(SourceKey source, PersonId person) {
        try {
            jdbc.sql("INSERT INTO exchange_source (owner_key, person_id, recorded_at) VALUES (?,?,?)")
                    .params(SourceName.owner(source), person.value(), Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("exchange.error.meanwhile");
        }
    }

    /** The source keys of the notes and alerts that are there. */
    Set<String> items(PersonId person) {
        return new HashSet<>(jdbc.sql("SELECT source_key FROM exchange_item WHERE person_id = ?")
                .param(person.value())
                .query(String.class)
                .list());
    }

    boolean receivedAt(PersonId person, CentreId centre) {
        return jdbc.sql("SELECT 1 FROM exchange_referral WHERE person_id = ? AND centre_id = ? LIMIT 1")
                .params(person.value(), centre.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(ReferralRow row, @Nullable EpisodeId enquiry, Map<ReferralItemId, String> items) {
        jdbc.sql("""
                        INSERT INTO exchange_referral
                            (id, person_id, centre_id, episode_id, file_name, source_name, imported_at, types, parts)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(row.person().value())
                .param(row.centre().value())
                .param(enquiry == null ? null : enquiry.value())
                .param(row.file())
                .param(row.source())
                .param(Utc.column(row.importedAt()))
                .param(JSON.writeValueAsString(row.types()))
                .param(JSON.writeValueAsString(row.parts()))
                .update();
        try {
            batches.batchUpdate(
                    "INSERT INTO exchange_item (id, referral_id, person_id, source_key) VALUES (?,?,?,?)",
                    items.entrySet().stream()
                            .map(item -> new Object[] {
                                item.getKey().value(),
                                row.id().value(),
                                row.person().value(),
                                item.getValue()
                            })
                            .toList());
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("exchange.error.meanwhile");
        }
    }

    List<ReferralRow> page(Scope scope, @Nullable ReferralCursor before, int limit) {
        if (scope.centres().isEmpty()) {
            return List.of();
        }
        var query = jdbc.sql("SELECT * FROM exchange_referral WHERE centre_id IN (:centres)"
                        + " AND person_id NOT IN (:hidden)"
                        + (before == null ? "" : " AND (imported_at < :at OR (imported_at = :at AND id < :id))")
                        + " ORDER BY imported_at DESC, id DESC LIMIT :limit")
                .param("centres", scope.centres().stream().map(CentreId::value).toList())
                .param("hidden", hidden(scope))
                .param("limit", limit);
        if (before != null) {
            query = query.param("at", Utc.column(before.importedAt()))
                    .param("id", before.id().value());
        }
        return query.query((row, number) -> read(row)).list();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> hidden(Scope scope) {
        return Stream.concat(Stream.of(new UUID(0, 0)), scope.hidden().stream().map(PersonId::value))
                .toList();
    }

    private static ReferralRow read(ResultSet row) throws SQLException {
        return new ReferralRow(
                new ReferralId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                null,
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getString("file_name"),
                row.getString("source_name"),
                Utc.instant(row, "imported_at"),
                JSON.readValue(row.getString("types"), TYPES),
                JSON.readValue(row.getString("parts"), PARTS));
    }
}
