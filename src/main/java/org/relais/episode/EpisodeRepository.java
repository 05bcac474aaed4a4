package org.relais.episode;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Where episodes are kept. */
interface EpisodeRepository extends Repository<Episode, UUID> {

    Optional<Episode> findById(UUID id);

    /** Whether the centre has something to do for the person still. */
    boolean existsByPersonIdAndCentreIdAndLiveTrue(UUID personId, UUID centreId);

    Episode saveAndFlush(Episode episode);
}
