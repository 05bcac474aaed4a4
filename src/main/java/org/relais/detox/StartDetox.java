package org.relais.detox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DetoxId;

/**
 * Begins to watch over a withdrawal.
 *
 * @param id given by the screen; beginning it again with the same id changes nothing
 * @param protocol the code of a protocol in force
 * @param substances the main one first; at least one for which the protocol is offered
 * @param startedAt null for now; not in the future
 * @param plannedEnd a service day of the centre, not before today
 * @param obstacles the codes of what speaks against this setting (DTX-01)
 * @param acceptedLength whether a length beyond the protocol's maximum is meant (DTX-02)
 * @param reason why it is begun in spite of obstacles, at least 10 characters; otherwise null
 */
public record StartDetox(
        DetoxId id,
        CentreId centre,
        String protocol,
        List<Substance> substances,
        @Nullable Instant startedAt,
        LocalDate plannedEnd,
        Set<String> obstacles,
        boolean acceptedLength,
        @Nullable String reason) {

    public StartDetox {
        substances = List.copyOf(substances);
        obstacles = Set.copyOf(obstacles);
    }
}
