package org.relais.history;

/**
 * How much a history holds.
 *
 * @param readable whether the grant shows the facts themselves; otherwise only that there are any, and the numbers are 0
 * @param any whether there is anything at all
 * @param elsewhere whether something is kept by a centre or a unit that may not show it here
 */
public record HistoryOverview(
        boolean readable,
        boolean any,
        boolean elsewhere,
        int activeProblems,
        int pastProblems,
        int medication,
        int encounters,
        int observations) {}
