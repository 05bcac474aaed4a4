package org.relais.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Some days of the agenda.
 *
 * @param blocks in order of time
 * @param more whether there are more than one answer holds
 * @param closed on which of the days the centre is closed
 */
public record AgendaPage(List<AgendaBlock> blocks, boolean more, Set<LocalDate> closed) {
    public AgendaPage {
        blocks = List.copyOf(blocks);
        closed = Set.copyOf(closed);
    }
}
