package org.relais.situation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Id;

/** Ids as columns take them. */
final class Columns {

    private static final UUID NOTHING = new UUID(0, 0);

    private Columns() {}

    static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** Where a page begins; null for the first. */
    static UUID after(@Nullable Id last) {
        return last == null ? NOTHING : last.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
