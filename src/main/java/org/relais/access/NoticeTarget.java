package org.relais.access;

import java.util.Optional;

/** Where a notice leads; implemented, as a bean, by the room whose pages show what it tells of. */
public interface NoticeTarget {

    /** The path without leading slash; empty when the notice is another room's, or its reader may not open the page. */
    Optional<String> path(Notice notice);
}
