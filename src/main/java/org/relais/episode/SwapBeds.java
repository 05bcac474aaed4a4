package org.relais.episode;

import org.relais.shared.EpisodeId;

/** Two people of one unit change beds with each other. */
public record SwapBeds(EpisodeId first, long firstVersion, EpisodeId second, long secondVersion) {}
