package org.relais.plan;

import java.util.List;

/**
 * A team meeting with whom it talks about, in the order of the agenda.
 *
 * @param lines the people the reader may name
 */
public record MeetingAgenda(MeetingRow meeting, List<MeetingLine> lines) {

    public MeetingAgenda {
        lines = List.copyOf(lines);
    }
}
