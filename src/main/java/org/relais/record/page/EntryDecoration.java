package org.relais.record.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.relais.record.EntryRow;
import org.relais.uikit.Glyph;

/**
 * How a room's entries look in the timeline, from the row alone. Also called for rows cut to a summary, whose detail
 * is empty; never for rows of which only the existence shows.
 */
public interface EntryDecoration {

    /** The types it draws, {@code <room>.<type>}. */
    Set<String> types();

    /** The line in bold; the author's own when nothing else is said. */
    default @Nullable String title(EntryRow row, Locale locale) {
        return row.title();
    }

    /** The glyph of the tile; the discipline's when empty. */
    default Optional<Glyph> glyph(EntryRow row) {
        return Optional.empty();
    }

    /** Badges beside the type: a band, a sparkline, a status. */
    default List<Component> badges(EntryRow row) {
        return List.of();
    }

    /** What stands in the place of the text; the text when empty. */
    default Optional<Component> body(EntryRow row) {
        return Optional.empty();
    }

    /** What can be done from the entry. */
    default Optional<Component> action(EntryRow row, RecordContext context) {
        return Optional.empty();
    }
}
