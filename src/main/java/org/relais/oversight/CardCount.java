package org.relais.oversight;

/**
 * One card of the desk.
 *
 * @param found how many unusual accesses in the time looked at
 * @param waiting how many of all times nobody has concluded
 * @param records the largest number of records of those in the time, where the card counts them; else 0
 */
public record CardCount(UnusualCard card, int found, int waiting, int records) {}
