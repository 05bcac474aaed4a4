package org.relais.audit;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Id;

/**
 * The one index by which the log is read for a filter; what else the filter asks is looked for in the rows it gives.
 * The person comes first: their rows are the fewest.
 */
enum LogWay {
    PERSON("access_event_person", "person_id", filter -> value(filter.person())),
    STAFF("access_event_actor", "actor_id", filter -> value(filter.staff())),
    RARE_ACTION("access_event_action", "action", filter -> rare(filter.action())),
    CENTRE("access_event_centre", "actor_centre_id", filter -> value(filter.centre())),
    ACTION(
            "access_event_action",
            "action",
            filter -> filter.action() == null ? null : filter.action().name()),
    TIME("access_event_newest", null, filter -> "");

    /** Of most pages that are opened there is one. */
    private static final Set<AccessAction> FREQUENT =
            EnumSet.of(AccessAction.VIEW, AccessAction.SEARCH, AccessAction.SHOW);

    private final String index;
    private final @Nullable String column;
    private final Function<LogFilter, @Nullable Object> value;

    LogWay(String index, @Nullable String column, Function<LogFilter, @Nullable Object> value) {
        this.index = index;
        this.column = column;
        this.value = value;
    }

    static LogWay of(LogFilter filter) {
        for (var way : values()) {
            if (way.value.apply(filter) != null) {
                return way;
            }
        }
        return TIME;
    }

    String index() {
        return index;
    }

    /** The column that must be equal; null when only the time counts. */
    @Nullable
    String column() {
        return column;
    }

    @Nullable
    Object value(LogFilter filter) {
        return value.apply(filter);
    }

    /** Whether the index gives exactly the rows that are asked for. */
    boolean serves(LogFilter filter) {
        var asked = (filter.person() == null ? 0 : 1)
                + (filter.staff() == null ? 0 : 1)
                + (filter.centre() == null ? 0 : 1)
                + (filter.role() == null ? 0 : 1)
                + (filter.action() == null ? 0 : 1)
                + (filter.basis() == null ? 0 : 1)
                + (filter.allowed() == null ? 0 : 1);
        return asked == (this == TIME ? 0 : 1);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String rare(@Nullable AccessAction action) {
        return action == null || FREQUENT.contains(action) ? null : action.name();
    }
}
