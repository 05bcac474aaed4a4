package org.relais.episode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room, {@code relais.episode}.
 *
 * @param relationDaysAfterDischarge how many days the unit still takes part in a person's care after a discharge
 */
@ConfigurationProperties("relais.episode")
record EpisodeProperties(@DefaultValue("30") int relationDaysAfterDischarge) {}
