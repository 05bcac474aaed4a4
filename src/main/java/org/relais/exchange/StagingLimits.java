package org.relais.exchange;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that wait to be taken over.
 *
 * @param fileSize what a browser may send as one file
 * @param keep how long a file waits before it is removed, and how long its row stays after it was put aside
 * @param most how many files wait in one centre at most
 * @param readers how many files one node reads at the same time: reading a large one needs much memory
 * @param patience how long somebody waits for their turn
 */
@ConfigurationProperties("relais.exchange.staging")
public record StagingLimits(
        @DefaultValue("32MB") DataSize fileSize,
        @DefaultValue("14d") Duration keep,
        @DefaultValue("200") int most,
        @DefaultValue("1") int readers,
        @DefaultValue("30s") Duration patience) {}
