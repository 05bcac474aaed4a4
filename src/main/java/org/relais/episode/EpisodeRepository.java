package org.relais.episode;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Where episodes are kept. */
interface EpisodeRepository extends Repository<Episode, UUID> {

    Optional<Episode> findById(UUID id);

    Episode saveAndFlush(Episode episode);
}
