package org.relais.detox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a display shows now.
 *
 * @param zone of the ward's clock
 * @param readAt when the beds were read
 */
public record WallSheet(WallDisplay display, String ward, ZoneId zone, List<WallBed> beds, Instant readAt) {

    public WallSheet {
        beds = List.copyOf(beds);
    }
}
