package org.relais.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the log outside the database, for one check: read through once for how far it goes, and then
 * alongside the epochs, so that years of it need no room.
 */
final class Memory implements AutoCloseable {

    private final List<CheckpointFiles.Reader> readers = new ArrayList<>();
    private final Map<CheckpointFiles.Reader, CheckpointFiles.Line.Seen> heads = new HashMap<>();
    private final TreeMap<Long, Set<String>> others = new TreeMap<>();
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Map<List<Object>, CheckpointFiles.Line.Tail> tails = new LinkedHashMap<>();
    private final List<CheckpointFiles.Line.Lost> lost = new ArrayList<>();
    private final TreeMap<Long, Instant> newestTimes = new TreeMap<>();
    private long newest;
    private long count;

    private Memory() {}

    /** What stands in the folder, and what others remember. */
    static Memory read(@Nullable Path folder, Collection<Checkpoint> remembered) throws IOException {
        var memory = new Memory();
        for (var point : remembered) {
            memory.others
                    .computeIfAbsent(point.epoch(), number -> new HashSet<>())
                    .add(point.hash());
            memory.newest = Math.max(memory.newest, point.epoch());
            memory.count++;
        }
        if (folder != null) {
            for (var files : CheckpointFiles.files(folder)) {
                memory.scan(files);
                var reader = new CheckpointFiles.Reader(files);
                memory.readers.add(reader);
            }
        }
        return memory;
    }

    private void scan(List<Path> files) {
        try (var reader = new CheckpointFiles.Reader(files)) {
            var highest = 0L;
            for (var line = reader.next(); line != null; line = reader.next()) {
                switch (line) {
                    case CheckpointFiles.Line.Key key -> keys.putIfAbsent(key.id(), key.publicKey());
                    case CheckpointFiles.Line.Seen seen -> {
                        count++;
                        // Behind what the same node had seen: the log was put back and went on
                        if (seen.number() <= highest) {
                            others.computeIfAbsent(seen.number(), number -> new HashSet<>())
                                    .add(seen.hash());
                        }
                        highest = Math.max(highest, seen.number());
                        newest = Math.max(newest, seen.number());
                        newestTimes.put(seen.number(), seen.at());
                        if (newestTimes.size() > 100_000) {
                            newestTimes.pollFirstEntry();
                        }
                    }
                    case CheckpointFiles.Line.Tail tail -> {
                        var place = List.<Object>of(tail.node(), tail.month());
                        var known = tails.get(place);
                        if (known == null || known.sequence() <= tail.sequence()) {
                            tails.put(place, tail);
                        }
                    }
                    case CheckpointFiles.Line.Lost gone -> lost.add(gone);
                }
            }
        }
    }

    /** The hashes remembered for this epoch; to be asked in ascending order. */
    Set<String> of(long number) {
        var hashes = new HashSet<String>(others.getOrDefault(number, Set.of()));
        for (var reader : readers) {
            var head = heads.get(reader);
            while (head == null || head.number() < number) {
                var line = reader.next();
                if (line == null) {
                    break;
                }
                if (line instanceof CheckpointFiles.Line.Seen seen && (head == null || seen.number() > head.number())) {
                    head = seen;
                    heads.put(reader, seen);
                }
            }
            if (head != null && head.number() == number) {
                hashes.add(head.hash());
            }
        }
        return hashes;
    }

    /** The newest epoch anybody remembers; 0 when nobody does. */
    long newest() {
        return newest;
    }

    /** When that epoch or the next one remembered after it was sealed. */
    @Nullable
    Instant timeOf(long number) {
        var entry = newestTimes.ceilingEntry(number);
        return entry == null ? null : entry.getValue();
    }

    long count() {
        return count;
    }

    Map<String, byte[]> keys() {
        return keys;
    }

    Collection<CheckpointFiles.Line.Tail> tails() {
        return tails.values();
    }

    List<CheckpointFiles.Line.Lost> lost() {
        return lost;
    }

    @Override
    public void close() {
        readers.forEach(CheckpointFiles.Reader::close);
    }
}
