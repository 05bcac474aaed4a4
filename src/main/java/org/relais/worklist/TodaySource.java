package org.relais.worklist;

import java.time.LocalDate;
import java.util.List;

import org.relais.access.Scope;

/** Contributed by a room, as a bean: its lines of "my day" for the acting member of staff. At most one SQL each. */
public interface TodaySource {

    /**
     * The lines of the day. "My day" logs the people named before the page is shown.
     *
     * @param scope over the administrative section, for care
     */
    List<TodayItem> items(Scope scope, LocalDate day);
}
