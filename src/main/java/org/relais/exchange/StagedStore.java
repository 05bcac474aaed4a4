package org.relais.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.relais.access.Scope;
import org.relais.exchange.referral.SourceKey;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Id;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StagedFileId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The rows of the files that wait. A change of state is one statement, so that of two at once only one succeeds. */
@Component
class StagedStore {

    private static final TypeReference<List<TypeResult>> TYPES = new TypeReference<>() {};
    private static final TypeReference<List<PartResult>> PARTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PIECE = 1024 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;

    StagedStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param hash null where the same content may lie there more than once */
    void insert(StagedFile row, SourceKey owner, @Nullable String hash, StaffId author, byte[] json) {
        jdbc.sql("""
                        INSERT INTO exchange_staged_file
                            (id, centre_id, file_name, file_size, live_hash, state, source_name, owner_system, owner_value,
                             registration, types, parts, staged_by, staged_at, expires_at)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(row.id().value())
                .param(row.centre().value())
                .param(row.file())
                .param(row.size())
                .param(hash)
                .param(row.state().name())
                .param(row.source())
                .param(owner.ownerSystem())
                .param(owner.owner())
                .param(JSON.writeValueAsString(row.subject()))
                .param(JSON.writeValueAsString(row.types()))
                .param(JSON.writeValueAsString(row.parts()))
                .param(author.value())
                .param(Utc.column(row.stagedAt()))
                .param(Utc.column(row.expiresAt()))
                .update();
        var packed = packed(json);
        for (int number = 0; number * PIECE < packed.length; number++) {
            jdbc.sql("INSERT INTO exchange_staged_part (file_id, number, content) VALUES (?,?,?)")
                    .param(row.id().value())
                    .param(number)
                    .param(Arrays.copyOfRange(packed, number * PIECE, Math.min(packed.length, (number + 1) * PIECE)))
                    .update();
        }
    }

    /** The same content of the centre that waits or was taken over, whoever may see it. */
    Optional<StagedFile> twin(CentreId centre, String hash) {
        return jdbc.sql("SELECT * FROM exchange_staged_file WHERE centre_id = ? AND live_hash = ?")
                .params(centre.value(), hash)
                .query((row, number) -> read(row))
                .optional();
    }

    int waiting(CentreId centre) {
        return jdbc.sql("SELECT COUNT(*) FROM exchange_staged_file"
                        + " WHERE centre_id = ? AND state IN ('IDENTITY', 'CLINICAL')")
                .param(centre.value())
                .query(Integer.class)
                .single();
    }

    /** What waits and what was refused in the centres of the scope, newest first. */
    List<StagedFile> page(Scope scope, int limit) {
        if (scope.centres().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM exchange_staged_file WHERE centre_id IN (:centres)"
                        + " AND state IN ('IDENTITY', 'CLINICAL', 'DECLINED')"
                        + " AND expires_at > :now AND (person_id IS NULL OR person_id NOT IN (:hidden))"
                        + " ORDER BY staged_at DESC, id DESC LIMIT :limit")
                .param("centres", scope.centres().stream().map(CentreId::value).toList())
                .param("now", Utc.column(clock.instant()))
                .param("hidden", hidden(scope))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** What waits for its clinical part in the centres of the scope, what is removed first at the front. */
    List<StagedFile> clinical(Scope scope, int limit) {
        if (scope.centres().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM exchange_staged_file WHERE centre_id IN (:centres) AND state = 'CLINICAL'"
                        + " AND expires_at > :now AND person_id NOT IN (:hidden) ORDER BY expires_at, id LIMIT :limit")
                .param("centres", scope.centres().stream().map(CentreId::value).toList())
                .param("now", Utc.column(clock.instant()))
                .param("hidden", hidden(scope))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** @throws NotFound when it is no file of the scope's centres, or of somebody hidden from its reader */
    StagedFile find(Scope scope, StagedFileId id) {
        return find(scope.centres(), id)
                .filter(row -> row.person() == null || !scope.hidden().contains(row.person()))
                .orElseThrow(NotFound::new);
    }

    Optional<StagedFile> find(Set<CentreId> centres, StagedFileId id) {
        return jdbc.sql("SELECT * FROM exchange_staged_file WHERE id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional()
                .filter(row -> centres.contains(row.centre()))
                .filter(row -> !row.state().waits() || row.expiresAt().isAfter(clock.instant()));
    }

    /** By what the source knows the person of a file that waits. */
    SourceKey owner(StagedFileId id) {
        return jdbc.sql("SELECT owner_system, owner_value FROM exchange_staged_file WHERE id = ?")
                .param(id.value())
                .query((row, number) ->
                        new SourceKey(row.getString("owner_system"), row.getString("owner_value"), "Patient", ""))
                .single();
    }

    /** @throws Conflict when somebody decided since the file was found: its content is removed then */
    byte[] content(StagedFileId id) {
        var packed = new ByteArrayOutputStream();
        jdbc.sql("SELECT content FROM exchange_staged_part WHERE file_id = ? ORDER BY number")
                .param(id.value())
                .query((row, number) -> row.getBytes("content"))
                .list()
                .forEach(packed::writeBytes);
        if (packed.size() == 0) {
            throw new Conflict("exchange.error.decided");
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            return stream.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** From the identity on it belongs to a person; false when somebody was first. */
    boolean identify(StagedFileId id, PersonId person, boolean registered, UnitId unit, StaffId author) {
        return jdbc.sql(
                                "UPDATE exchange_staged_file SET state = 'CLINICAL', person_id = ?, registered = ?, unit_id = ?,"
                                        + " identity_by = ?, identity_at = ? WHERE id = ? AND state = 'IDENTITY'")
                        .params(
                                person.value(),
                                registered,
                                unit.value(),
                                author.value(),
                                Utc.column(clock.instant()),
                                id.value())
                        .update()
                == 1;
    }

    /** Ends the waiting and removes the content; false when somebody was first. */
    boolean settle(StagedFileId id, StagedState from, StagedState to, @Nullable String reason, StaffId author) {
        var settled = jdbc.sql("UPDATE exchange_staged_file SET state = ?, decided_by = ?, decided_at = ?, reason = ?,"
                                + " registration = NULL, owner_system = NULL, owner_value = NULL,"
                                + " live_hash = IF(? = 'TAKEN', live_hash, NULL) WHERE id = ? AND state = ?")
                        .param(to.name())
                        .param(author.value())
                        .param(Utc.column(clock.instant()))
                        .param(reason)
                        .param(to.name())
                        .param(id.value())
                        .param(from.name())
                        .update()
                == 1;
        if (settled) {
            jdbc.sql("DELETE FROM exchange_staged_part WHERE file_id = ?")
                    .param(id.value())
                    .update();
        }
        return settled;
    }

    /** Removes what nobody decided in time, and after as long again the rows of what was not taken over. */
    int expire(Instant now, Instant longAgo) {
        var expired = jdbc.sql("UPDATE exchange_staged_file SET state = 'EXPIRED', registration = NULL,"
                        + " owner_system = NULL, owner_value = NULL, live_hash = NULL"
                        + " WHERE expires_at <= ? AND state IN ('IDENTITY', 'CLINICAL')")
                .param(Utc.column(now))
                .update();
        jdbc.sql("DELETE p FROM exchange_staged_part p JOIN exchange_staged_file f ON f.id = p.file_id"
                        + " WHERE f.state = 'EXPIRED'")
                .update();
        jdbc.sql("DELETE FROM exchange_staged_file WHERE expires_at <= ?"
                        + " AND state IN ('EXPIRED', 'DISCARDED', 'DECLINED')")
                .param(Utc.column(longAgo))
                .update();
        return expired;
    }

    private static byte[] packed(byte[] json) {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", impossible);
        }
        return packed.toByteArray();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> hidden(Scope scope) {
        return Stream.concat(Stream.of(new UUID(0, 0)), scope.hidden().stream().map(Id::value))
                .toList();
    }

    private static StagedFile read(ResultSet row) throws SQLException {
        var subject = row.getString("registration");
        var person = Utc.uuidOrNull(row, "person_id");
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new StagedFile(
                new StagedFileId(Utc.uuid(row, "id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getString("file_name"),
                row.getLong("file_size"),
                StagedState.valueOf(row.getString("state")),
                row.getString("source_name"),
                Utc.instant(row, "staged_at"),
                Utc.instant(row, "expires_at"),
                subject == null ? null : JSON.readValue(subject, StagedPerson.class),
                person == null ? null : new PersonId(person),
                null,
                row.getBoolean("registered"),
                unit == null ? null : new UnitId(unit),
                row.getString("reason"),
                JSON.readValue(row.getString("types"), TYPES),
                JSON.readValue(row.getString("parts"), PARTS));
    }
}
