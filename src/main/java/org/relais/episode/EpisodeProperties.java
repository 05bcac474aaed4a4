package org.relais.episode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room, {@code relais.episode}.
 *
 * @param relationDaysAfterDischarge how many days the unit still takes part in a person's care after a discharge
 * @param answerEnquiryDays within how many service days the unit answers an enquiry
 */
@ConfigurationProperties("relais.episode")
record EpisodeProperties(
        @DefaultValue("30") int relationDaysAfterDischarge,
        @DefaultValue("2") int answerEnquiryDays) {}
