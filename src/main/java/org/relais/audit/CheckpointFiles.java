package org.relais.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a node remembers of the log outside the database: lines in a file per node and month, only ever appended, on the
 * disk before the call returns.
 *
 * <pre>
 * key KEY PUBLIC-KEY
 * epoch NUMBER TIME HASH
 * tail NODE MONTH SEQUENCE TIME LEAF      the newest row this node committed
 * lost NODE MONTH EVENT TIME LEAF         a row this node committed within a change that was gone a moment later
 * </pre>
 */
final class CheckpointFiles {

    private static final String ENDING = ".checkpoints";

    private final Path folder;
    private final String node;

    CheckpointFiles(Path folder, String node) {
        this.folder = folder;
        this.node = node.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** One line. */
    sealed interface Line {

        /** A key that seals. */
        record Key(String id, byte[] publicKey) implements Line {}

        /** An epoch that was seen. */
        record Seen(long number, Instant at, String hash) implements Line {}

        /** How far a node had come. */
        record Tail(String node, int month, long sequence, Instant at, String leaf) implements Line {}

        /** A row that was gone. */
        record Lost(String node, int month, String event, Instant at, String leaf) implements Line {}
    }

    static Line.Key line(SealTables.Key key) {
        return new Line.Key(key.id(), key.publicKey());
    }

    static Line.Seen line(Epoch.Sealed epoch) {
        return new Line.Seen(epoch.number(), epoch.epoch().sealedAt(), epoch.storedHash());
    }

    static Line.Tail tail(AccessRow row) {
        if (row.sequence() == null) {
            throw new IllegalArgumentException("A row within a change has no number");
        }
        return new Line.Tail(row.node(), row.month(), row.sequence(), row.occurredAt(), leaf(row));
    }

    static Line.Lost lost(AccessRow row) {
        return new Line.Lost(row.node(), row.month(), row.id().toString(), row.occurredAt(), leaf(row));
    }

    private static String leaf(AccessRow row) {
        return HexFormat.of().formatHex(row.leafHash());
    }

    /** Appends the lines and waits for the disk. */
    void append(Instant now, List<? extends Line> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        var file = folder.resolve(node + "-" + AccessRow.monthOf(now) + ENDING);
        var text = new StringBuilder();
        // A process that died in the middle of a line leaves it unfinished
        if (Files.exists(file) && !endsLine(file)) {
            text.append('\n');
        }
        lines.forEach(line -> text.append(text(line)).append('\n'));
        // At the end whoever else writes there: a process that ends and the one that follows it have one name
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean endsLine(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() == 0 || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
        }
    }

    /** The files of one node each, the oldest month first. */
    static List<List<Path>> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var byNode = new java.util.TreeMap<String, List<Path>>();
            files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .forEach(file -> {
                        var name = file.getFileName().toString();
                        byNode.computeIfAbsent(
                                        name.substring(0, Math.max(0, name.lastIndexOf('-'))),
                                        missing -> new ArrayList<>())
                                .add(file);
                    });
            return List.copyOf(byNode.values());
        }
    }

    /** The newest epoch that the node's own files name; 0 when they name none. */
    static long newest(Path folder, String node) throws IOException {
        var mine = new CheckpointFiles(folder, node).node + "-";
        var newest = 0L;
        for (var files : files(folder)) {
            // The newest month that names one; the files before it are older
            for (var file : files.reversed()) {
                if (newest > 0 || !file.getFileName().toString().startsWith(mine)) {
                    continue;
                }
                try (var reader = new Reader(List.of(file))) {
                    for (var line = reader.next(); line != null; line = reader.next()) {
                        if (line instanceof Line.Seen seen) {
                            newest = Math.max(newest, seen.number());
                        }
                    }
                }
            }
        }
        return newest;
    }

    /** Reads line by line. */
    static final class Reader implements AutoCloseable {

        private final List<Path> files;
        private int next;
        private @Nullable BufferedReader open;

        Reader(List<Path> files) {
            this.files = files;
        }

        /** The next line that says something; null at the end. What a crash left unfinished says nothing. */
        @Nullable
        Line next() {
            try {
                while (true) {
                    if (open == null) {
                        if (next == files.size()) {
                            return null;
                        }
                        open = Files.newBufferedReader(files.get(next++), StandardCharsets.UTF_8);
                    }
                    var text = open.readLine();
                    if (text == null) {
                        close();
                        continue;
                    }
                    var line = parse(text);
                    if (line != null) {
                        return line;
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException alreadyClosed) {
                    // Nothing was written
                }
                open = null;
            }
        }
    }

    static String text(Line line) {
        return switch (line) {
            case Line.Key key -> "key " + key.id() + " " + Base64.getEncoder().encodeToString(key.publicKey());
            case Line.Seen seen -> "epoch " + seen.number() + " " + seen.at() + " " + seen.hash();
            case Line.Tail tail ->
                "tail " + escaped(tail.node()) + " " + tail.month() + " " + tail.sequence() + " " + micros(tail.at())
                        + " " + tail.leaf();
            case Line.Lost lost ->
                "lost " + escaped(lost.node()) + " " + lost.month() + " " + lost.event() + " " + micros(lost.at()) + " "
                        + lost.leaf();
        };
    }

    static @Nullable Line parse(String text) {
        var words = text.split(" ", -1);
        try {
            return switch (words[0] + words.length) {
                case "key3" -> new Line.Key(words[1], Base64.getDecoder().decode(words[2]));
                case "epoch4" -> new Line.Seen(Long.parseLong(words[1]), Instant.parse(words[2]), whole(words[3]));
                case "tail6" ->
                    new Line.Tail(
                            unescaped(words[1]),
                            Integer.parseInt(words[2]),
                            Long.parseLong(words[3]),
                            Instant.parse(words[4]),
                            whole(words[5]));
                case "lost6" ->
                    new Line.Lost(
                            unescaped(words[1]),
                            Integer.parseInt(words[2]),
                            words[3],
                            Instant.parse(words[4]),
                            whole(words[5]));
                default -> null;
            };
        } catch (RuntimeException unfinished) {
            return null;
        }
    }

    private static String whole(String hash) {
        if (hash.length() != 2 * Sha256.LENGTH) {
            throw new IllegalArgumentException("Cut off");
        }
        return hash;
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static String escaped(String name) {
        return java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String unescaped(String name) {
        return java.net.URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
