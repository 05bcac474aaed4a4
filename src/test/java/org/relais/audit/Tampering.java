package org.relais.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LogHistory.Place;

/** One thing done to a log by somebody who may do everything with its tables, and where it has to be found. */
final class Tampering {

    private static final List<String> FIELDS = List.of(
            "actor_id",
            "actor_role",
            "actor_centre_id",
            "action",
            "person_id",
            "section",
            "resource_type",
            "resource_id",
            "purpose",
            "basis",
            "allowed",
            "query_hash",
            "person_centre_id",
            "view",
            "reason",
            "legal_basis",
            "request_id",
            "session_hash",
            "occurred_at",
            "shown");

    private final LogHistory history;
    private final LogSchema schema;
    private final Random random;
    private final List<Place> places;
    private final SealTables tables;
    private final StoredRows stored;
    private final AccessRows rows;

    Tampering(LogHistory history, List<Place> places, long seed) {
        this.history = history;
        this.schema = history.schema();
        this.random = Random.from(new SplittableRandom(seed));
        this.places = places;
        this.tables = new SealTables(schema.jdbc(), schema.name());
        this.stored = new StoredRows(schema.jdbc(), schema.name());
        this.rows = new AccessRows(schema.jdbc(), schema.name());
    }

    /**
     * Where a fault has to be found.
     *
     * @param epoch one of the epochs it concerns; 0 for rows of none
     * @param row one of the rows, when it is about rows
     * @param at when that row was written, or the epoch sealed
     */
    record Done(FindingKind kind, long epoch, @Nullable Place row, Instant at, String what) {

        /** Whether the findings name it: what, which epoch, which rows, and when. */
        boolean isNamedBy(Findings findings) {
            return findings.found().stream().anyMatch(this::isNamedBy);
        }

        private boolean isNamedBy(Finding finding) {
            return finding.kind() == kind
                    && finding.epoch() <= epoch
                    && epoch <= finding.lastEpoch()
                    && inTime(finding)
                    && (row == null || covers(finding.rows(), row));
        }

        private boolean inTime(Finding finding) {
            return (finding.earliest() == null
                            || !at.isBefore(finding.earliest().minus(Verifier.TOLERANCE)))
                    && (finding.latest() == null || !at.isAfter(finding.latest().plus(Verifier.TOLERANCE)));
        }

        private static boolean covers(Finding.Rows rows, Place row) {
            var sequence = row.sequence();
            if (rows.events().contains(row.id())) {
                return true;
            }
            if (rows.node() != null) {
                return sequence != null
                        && rows.node().equals(row.node())
                        && rows.first() <= sequence
                        && sequence <= rows.last();
            }
            // Several nodes, or rows without a number: then the epoch bounds them
            return rows.count() > 0;
        }
    }

    Done run(FindingKind kind) throws Exception {
        return switch (kind) {
            case CHANGED -> change();
            case REHASHED -> rehash();
            case EPOCH_REWRITTEN -> rewriteEpoch();
            case DELETED -> delete();
            case TRUNCATED -> truncate();
            case EPOCHS_REMOVED -> removeEpochs();
            case BACKDATED -> backdate();
            case SWAPPED -> swap();
            case DUPLICATED -> duplicate();
            case ROLLED_BACK -> rollBack();
            case KEY_REPLACED -> replaceKey();
            case FORKED -> fork();
        };
    }

    // 1: one field
    private Done change() throws SQLException {
        if (random.nextInt(FIELDS.size() + 1) == 0) {
            var named = places.stream().filter(this::namesPeople).toList();
            if (!named.isEmpty()) {
                return misplace(named.get(random.nextInt(named.size())));
            }
        }
        var row = any(place -> true);
        var field = alter(row);
        return done(FindingKind.CHANGED, row, field);
    }

    // The row stays as it is, but the list of somebody it names no longer finds it where it belongs
    private Done misplace(Place row) throws SQLException {
        var time = random.nextBoolean()
                ? "NULL"
                : "occurred_at - INTERVAL " + random.nextInt(1, 5_000_000) + " MICROSECOND";
        schema.execute(
                "UPDATE " + schema.table("access_shown") + " SET occurred_at = " + time + whereShown(row) + " LIMIT 1");
        return done(FindingKind.CHANGED, row, "the time beside a name");
    }

    // 2: one field, and the row's hash made to fit
    private Done rehash() throws SQLException {
        var row = any(Place::sealed);
        var field = alter(row);
        fit(row);
        return done(FindingKind.REHASHED, row, field);
    }

    // 3: the row, its hash, the epoch's root and hash; with luck the signature, and everything after it
    private Done rewriteEpoch() throws SQLException {
        var row = any(Place::sealed);
        var what = alter(row);
        fit(row);
        var epochs = tables.epochs(row.epoch(), Long.MAX_VALUE);
        var forger = SealingKey.fresh();
        var own = random.nextInt(3);
        var chained = random.nextBoolean();
        var previous = epochs.getFirst().epoch().previousHash();
        for (var epoch : epochs) {
            var first = epoch.number() == row.epoch();
            if (!first && !chained) {
                break;
            }
            var content = rebuilt(epoch, first, previous);
            var signature =
                    switch (own) {
                        case 0 -> epoch.signature();
                        case 1 -> forger.sign(HexFormat.of().parseHex(content.hash()));
                        default -> noise(64);
                    };
            store(content, content.hash(), signature);
            previous = content.hash();
        }
        return done(FindingKind.EPOCH_REWRITTEN, row, what + (chained ? ", chained on" : ""));
    }

    // 4: a row in the middle
    private Done delete() throws SQLException {
        var row = any(place -> place.sealed() && places.indexOf(place) < places.size() - 10);
        remove(row);
        return done(FindingKind.DELETED, row, row.sequence() == null ? "within a change" : "numbered");
    }

    // 5: the newest rows that no epoch holds yet
    private Done truncate() throws Exception {
        var open = places.stream().filter(place -> !place.sealed()).toList();
        var numbered = open.stream().filter(place -> place.sequence() != null).toList();
        var within = open.stream().filter(place -> place.sequence() == null).toList();
        var chosen = random.nextBoolean() && !within.isEmpty() ? within : numbered;
        var node = chosen.getLast().node();
        var those = chosen.stream().filter(place -> place.node().equals(node)).toList();
        var count = 1 + random.nextInt(those.size());
        var gone = those.subList(those.size() - count, those.size());
        for (var row : gone) {
            remove(row);
        }
        var what = count + " of " + those.size() + (chosen == within ? " within changes" : " numbered");
        if (chosen == within) {
            // The node that wrote them looks after them in its next turn
            var mine = history.written().stream()
                    .filter(row -> gone.stream().anyMatch(place -> place.id().equals(row.id())))
                    .toList();
            new CheckpointFiles(history.folder(), "lost")
                    .append(
                            history.now(),
                            WrittenWithin.gone(tables, mine).stream()
                                    .map(CheckpointFiles::lost)
                                    .toList());
        } else if (random.nextInt(3) == 0) {
            // The node goes on: its next number shows the hole
            rows.insert(history.row(
                    node,
                    gone.getLast().month(),
                    java.util.Objects.requireNonNull(gone.getLast().sequence()) + 1,
                    history.now()));
            what += ", and went on";
            if (random.nextBoolean()) {
                history.seal();
                var last = tables.last().orElseThrow().number();
                return new Done(
                        FindingKind.TRUNCATED,
                        last,
                        gone.getFirst(),
                        gone.getFirst().at(),
                        what + ", sealed");
            }
        }
        return done(FindingKind.TRUNCATED, gone.getFirst(), what);
    }

    // 6: whole newest epochs, with or without their rows
    private Done removeEpochs() throws SQLException {
        var last = tables.last().orElseThrow().number();
        var from = last - random.nextInt(5);
        var with = random.nextBoolean();
        if (with) {
            for (var row : places) {
                if (row.epoch() >= from) {
                    remove(row);
                }
            }
        }
        var at = tables.epochs(from, from).getFirst().epoch().sealedAt();
        forgetEpochs(from);
        return new Done(FindingKind.EPOCHS_REMOVED, from, null, at, with ? "with rows" : "rows stay");
    }

    // 7: a row with an old time
    private Done backdate() throws SQLException {
        var oldest = places.getFirst().at();
        var newest =
                tables.lastComplete().orElseThrow().minus(Verifier.TOLERANCE).minusSeconds(60);
        var at = oldest.plusMillis(
                (long) (random.nextDouble() * Duration.between(oldest, newest).toMillis()));
        var variant = random.nextInt(3);
        var month = AccessRow.monthOf(at);
        var node = variant == 2 ? "node-9" : "node-1";
        var sequence = variant == 0 ? null : Long.valueOf(rows.lastSequence(node, month) + 1);
        var row = history.row(node, month, sequence, at);
        rows.insert(row);
        var place = new Place(month, row.id(), node, sequence, at, 0);
        if (random.nextBoolean()) {
            history.seal(new Sealing(tables, Duration.ZERO), true);
            var epoch = tables.last().orElseThrow();
            // Written when it was sealed, whatever it says
            return new Done(
                    FindingKind.BACKDATED,
                    epoch.number(),
                    place,
                    epoch.epoch().sealedAt(),
                    "sealed, variant " + variant);
        }
        return new Done(FindingKind.BACKDATED, 0, place, history.now(), "not sealed, variant " + variant);
    }

    // 8: two rows in each other's place
    private Done swap() throws SQLException {
        var within = random.nextInt(4) == 0;
        if (within) {
            var epochs = places.stream()
                    .filter(place -> place.sealed() && place.sequence() == null)
                    .collect(java.util.stream.Collectors.groupingBy(Place::epoch));
            var several =
                    epochs.values().stream().filter(list -> list.size() > 1).toList();
            if (!several.isEmpty()) {
                var list = new ArrayList<>(several.get(random.nextInt(several.size())));
                Collections.shuffle(list, random);
                exchange(
                        "audit_epoch_write",
                        "position",
                        "event_id",
                        list.get(0).id(),
                        list.get(1).id());
                return done(FindingKind.SWAPPED, list.get(0), "positions");
            }
        }
        var one = any(place -> places.stream().anyMatch(other -> changeable(place, other)));
        var other = any(place -> changeable(one, place));
        exchange("access_event", "node_sequence", "id", one.id(), other.id());
        var fit = random.nextBoolean();
        if (fit) {
            fit(one);
            fit(other);
        }
        var first = one.epoch() <= other.epoch() ? one : other;
        return done(FindingKind.SWAPPED, first, "numbers" + (fit ? ", rehashed" : ""));
    }

    private static boolean changeable(Place one, Place other) {
        return one.sealed()
                && other.sealed()
                && one != other
                && one.sequence() != null
                && other.sequence() != null
                && one.node().equals(other.node())
                && one.month() == other.month();
    }

    // 9: a row twice
    private Done duplicate() throws SQLException {
        var row = any(place -> true);
        var variant = random.nextInt(4);
        if (variant == 0) {
            copy(row, "id", "node_sequence", "leaf_hash");
            return done(FindingKind.DUPLICATED, row, "as it is");
        }
        var id = history.id(row.at());
        var sequence = variant == 1 ? "NULL" : Long.toString(rows.lastSequence(row.node(), row.month()) + 1);
        copy(row, "'" + id + "'", sequence, "leaf_hash");
        var place = new Place(
                row.month(), id, row.node(), variant == 1 ? null : Long.valueOf(sequence), row.at(), row.epoch());
        if (variant < 3) {
            fit(place);
        }
        if (random.nextBoolean()) {
            history.seal(new Sealing(tables, Duration.ZERO), true);
            var epoch = tables.last().orElseThrow();
            return new Done(
                    FindingKind.DUPLICATED,
                    epoch.number(),
                    place,
                    epoch.epoch().sealedAt(),
                    "sealed, variant " + variant);
        }
        return new Done(FindingKind.DUPLICATED, 0, place, history.now(), "variant " + variant);
    }

    // 10: an older state in the place of the rows, or of everything
    private Done rollBack() throws SQLException {
        var last = tables.last().orElseThrow().number();
        var sealed = places.stream().filter(Place::sealed).toList();
        // At least the last sealed rows are lost
        var before = Math.min(
                sealed.get(sealed.size() - 1).epoch(),
                sealed.get(sealed.size() - 2).epoch());
        var to = Math.max(1, before - 1 - random.nextInt((int) Math.min(15, last / 2)));
        var at = tables.epochs(to, to).getFirst().epoch().sealedAt();
        Place first = null;
        for (var row : places) {
            if (row.epoch() > to || !row.sealed()) {
                first = first == null && row.sealed() ? row : first;
                remove(row, false);
            }
        }
        var everything = random.nextBoolean();
        if (everything) {
            forgetEpochs(to + 1);
            return new Done(FindingKind.ROLLED_BACK, to + 1, null, at.plusSeconds(1), "everything");
        }
        var row = java.util.Objects.requireNonNull(first);
        return new Done(FindingKind.ROLLED_BACK, row.epoch(), row, row.at(), "the rows");
    }

    // 11: a signature or a key
    private Done replaceKey() throws SQLException {
        var epochs = tables.epochs(1, Long.MAX_VALUE);
        var epoch = epochs.get(random.nextInt(epochs.size()));
        var content = epoch.epoch();
        var forger = SealingKey.fresh();
        var hash = HexFormat.of().parseHex(content.hash());
        var variant = random.nextInt(5);
        switch (variant) {
            case 0 -> store(content, epoch.storedHash(), noise(64));
            case 1 -> store(content, epoch.storedHash(), forger.sign(hash));
            case 2 -> {
                var theirs = content.withKey(forger.id());
                store(theirs, epoch.storedHash(), forger.sign(HexFormat.of().parseHex(theirs.hash())));
            }
            case 3 ->
                schema.jdbc()
                        .sql("UPDATE " + schema.table("audit_key") + " SET public_key = ? WHERE from_epoch = 1")
                        .param(forger.publicKey())
                        .update();
            default -> {
                schema.jdbc()
                        .sql("UPDATE " + schema.table("audit_key")
                                + " SET key_id = ?, public_key = ?, signature = ? WHERE from_epoch = 1")
                        .param(forger.id())
                        .param(forger.publicKey())
                        .param(forger.sign(SealingKey.vouched(forger.publicKey())))
                        .update();
                var previous = Epoch.BEGINNING;
                for (var each : epochs) {
                    var theirs = chained(each.epoch(), previous).withKey(forger.id());
                    store(theirs, theirs.hash(), forger.sign(HexFormat.of().parseHex(theirs.hash())));
                    previous = theirs.hash();
                }
            }
        }
        return new Done(FindingKind.KEY_REPLACED, epoch.number(), null, content.sealedAt(), "variant " + variant);
    }

    // 12: two epochs of one number, here or here and in what is remembered
    private Done fork() throws SQLException {
        var epochs = tables.epochs(1, Long.MAX_VALUE);
        var epoch = epochs.get(random.nextInt(epochs.size()));
        var content = epoch.epoch();
        var own = random.nextBoolean();
        if (random.nextBoolean()) {
            var other = new Epoch(
                    content.number(),
                    content.sealedAt().plusMillis(random.nextInt(1, 900)),
                    content.previousHash(),
                    HexFormat.of().formatHex(noise(32)),
                    content.writeRoot(),
                    content.readCount(),
                    content.writeCount(),
                    content.totalRows(),
                    content.complete(),
                    content.keyId(),
                    content.rangesHash());
            var signer = own ? history.key() : SealingKey.fresh();
            insert(other, signer.sign(HexFormat.of().parseHex(other.hash())));
            return new Done(
                    FindingKind.FORKED,
                    epoch.number(),
                    null,
                    content.sealedAt(),
                    "beside, " + (own ? "our key" : "another"));
        }
        // A thief of the key seals the end of the log anew, one row short
        var from = Math.max(1, epochs.getLast().number() - random.nextInt(6));
        var gone = places.stream().filter(place -> place.epoch() >= from).findFirst();
        forgetEpochs(from);
        gone.ifPresent(row -> {
            if (row.sequence() == null) {
                remove(row);
            }
        });
        for (var number = from; number <= epochs.getLast().number(); number++) {
            history.seal(new Sealing(tables, Duration.ZERO), false);
        }
        return new Done(
                FindingKind.FORKED,
                from,
                null,
                tables.epochs(from, from).getFirst().epoch().sealedAt(),
                "in the place of");
    }

    // ---- Tools of somebody who may do everything

    private Place any(Predicate<Place> condition) {
        var some = places.stream().filter(condition).toList();
        return some.get(random.nextInt(some.size()));
    }

    private boolean namesPeople(Place row) {
        return schema.jdbc()
                        .sql("SELECT COUNT(*) FROM " + schema.table("access_shown") + whereShown(row))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String whereShown(Place row) {
        return " WHERE month = " + row.month() + " AND event_id = '" + row.id() + "'";
    }

    private static Done done(FindingKind kind, Place row, String what) {
        return new Done(kind, row.epoch(), row, row.at(), what);
    }

    private String alter(Place row) throws SQLException {
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        var where = " WHERE month = " + row.month() + " AND id = '" + row.id() + "'";
        var event = schema.table("access_event");
        switch (field) {
            case "allowed" -> schema.execute("UPDATE " + event + " SET allowed = NOT allowed" + where);
            case "occurred_at" -> {
                var earlier =
                        " SET occurred_at = occurred_at - INTERVAL " + random.nextInt(1, 5_000_000) + " MICROSECOND";
                schema.execute("UPDATE " + event + earlier + where);
                schema.execute("UPDATE " + schema.table("access_shown") + earlier + whereShown(row));
            }
            case "shown" -> {
                schema.execute("INSERT INTO " + schema.table("access_shown")
                        + " (month, event_id, position, person_id, occurred_at) SELECT month, id, 99, '"
                        + history.uuid() + "', occurred_at FROM " + event + where);
                schema.execute("UPDATE " + event + " SET result_count = COALESCE(result_count, 0) + 1" + where);
            }
            default -> {
                var value = field.endsWith("_id") && !field.equals("request_id")
                        ? history.uuid().toString()
                        : field.equals("action") ? "EXPORT" : "x" + random.nextInt(1_000_000);
                // Sometimes what was said is only taken away
                var nullable =
                        !List.of("actor_role", "action", "section", "purpose").contains(field);
                var sets = nullable
                                && random.nextInt(3) == 0
                                && schema.jdbc()
                                        .sql("SELECT " + field + " IS NOT NULL FROM " + event + where)
                                        .query(Boolean.class)
                                        .single()
                        ? "NULL"
                        : "'" + value + "'";
                schema.execute("UPDATE " + event + " SET " + field + " = " + sets + where);
            }
        }
        return field;
    }

    private void fit(Place row) {
        for (var each : stored.of(row.id())) {
            schema.jdbc()
                    .sql("UPDATE " + schema.table("access_event") + " SET leaf_hash = ? WHERE month = ? AND id = ?")
                    .param(each.computed())
                    .param(each.month())
                    .param(each.id())
                    .update();
        }
    }

    private void remove(Place row) {
        remove(row, row.sequence() == null && random.nextInt(3) == 0);
    }

    private void remove(Place row, boolean reference) {
        schema.jdbc()
                .sql("DELETE FROM " + schema.table("access_event") + " WHERE month = ? AND id = ?")
                .param(row.month())
                .param(row.id())
                .update();
        schema.jdbc()
                .sql("DELETE FROM " + schema.table("access_shown") + " WHERE month = ? AND event_id = ?")
                .param(row.month())
                .param(row.id())
                .update();
        if (reference) {
            schema.jdbc()
                    .sql("DELETE FROM " + schema.table("audit_epoch_write") + " WHERE month = ? AND event_id = ?")
                    .param(row.month())
                    .param(row.id())
                    .update();
        }
    }

    private void forgetEpochs(long from) throws SQLException {
        schema.execute("DELETE FROM " + schema.table("audit_epoch") + " WHERE number >= " + from);
        schema.execute("DELETE FROM " + schema.table("audit_epoch_range") + " WHERE epoch >= " + from);
        schema.execute("DELETE FROM " + schema.table("audit_epoch_write") + " WHERE epoch >= " + from);
    }

    private void exchange(String table, String column, String by, UUID one, UUID other) throws SQLException {
        schema.execute("UPDATE " + schema.table(table) + " a JOIN " + schema.table(table) + " b ON a." + by + " = '"
                + one + "' AND b." + by + " = '" + other + "' JOIN (SELECT x." + column + " AS first, y." + column
                + " AS second FROM " + schema.table(table) + " x JOIN " + schema.table(table) + " y WHERE x." + by
                + " = '" + one + "' AND y." + by + " = '" + other + "') v SET a." + column + " = v.second, b."
                + column + " = v.first");
    }

    private void copy(Place row, String id, String sequence, String leaf) throws SQLException {
        var columns = "occurred_at, node, actor_id, actor_role, actor_centre_id, action, person_id, section,"
                + " resource_type, resource_id, purpose, basis, allowed, query_hash, result_count, person_centre_id,"
                + " view, reason, legal_basis, request_id, session_hash";
        schema.execute(
                "INSERT INTO " + schema.table("access_event") + " (month, id, node_sequence, leaf_hash, " + columns
                        + ") SELECT month, " + id + ", " + sequence + ", " + leaf + ", " + columns + " FROM "
                        + schema.table("access_event") + " WHERE month = " + row.month() + " AND id = '" + row.id()
                        + "' LIMIT 1");
        if (!id.equals("id")) {
            schema.execute("INSERT INTO " + schema.table("access_shown")
                    + " (month, event_id, position, person_id, occurred_at) SELECT month, " + id
                    + ", position, person_id, occurred_at FROM " + schema.table("access_shown") + whereShown(row));
        }
    }

    private Epoch rebuilt(Epoch.Sealed epoch, boolean first, String previous) {
        var content = chained(epoch.epoch(), previous);
        if (!first) {
            return content;
        }
        var reads = epoch.ranges().stream()
                .flatMap(range -> tables.leaves(range).stream())
                .toList();
        var writes = stored.within(epoch.number(), epoch.number()).getOrDefault(epoch.number(), List.of()).stream()
                .flatMap(each -> each.row().stream())
                .map(StoredRow::leaf)
                .toList();
        return new Epoch(
                content.number(),
                content.sealedAt(),
                previous,
                HexFormat.of().formatHex(MerkleTree.root(reads)),
                HexFormat.of().formatHex(MerkleTree.root(writes)),
                content.readCount(),
                content.writeCount(),
                content.totalRows(),
                content.complete(),
                content.keyId(),
                content.rangesHash());
    }

    private static Epoch chained(Epoch content, String previous) {
        return new Epoch(
                content.number(),
                content.sealedAt(),
                previous,
                content.readRoot(),
                content.writeRoot(),
                content.readCount(),
                content.writeCount(),
                content.totalRows(),
                content.complete(),
                content.keyId(),
                content.rangesHash());
    }

    private void store(Epoch content, String hash, byte[] signature) {
        var hex = HexFormat.of();
        schema.jdbc()
                .sql("UPDATE " + schema.table("audit_epoch")
                        + " SET previous_hash = ?, read_root = ?, write_root = ?, key_id = ?, hash = ?, signature = ?"
                        + " WHERE number = ?")
                .param(hex.parseHex(content.previousHash()))
                .param(hex.parseHex(content.readRoot()))
                .param(hex.parseHex(content.writeRoot()))
                .param(content.keyId())
                .param(hex.parseHex(hash))
                .param(signature)
                .param(content.number())
                .update();
    }

    private void insert(Epoch content, byte[] signature) {
        tables.insert(new Epoch.Sealed(content, content.hash(), signature, List.of()), List.of());
    }

    private byte[] noise(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Takes away what a run wrote beside the files of the history. */
    static void tidy(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (file.getFileName().toString().startsWith("lost-")) {
                    Files.delete(file);
                }
            }
        }
    }
}
