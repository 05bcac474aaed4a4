package org.relais.audit;

import java.time.Instant;

/**
 * One section of a record that somebody opened within a time.
 *
 * @param section the name of the row of the policy matrix
 * @param first when first
 * @param times how often
 */
public record OpenedSection(String section, Instant first, int times) {}
