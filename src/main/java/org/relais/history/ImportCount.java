package org.relais.history;

/**
 * What became of a list of incoming facts.
 *
 * @param alreadyThere those of which this person's history holds one with the same source key
 */
public record ImportCount(int stored, int alreadyThere) {}
