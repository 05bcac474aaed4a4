package org.relais.detox;

import java.time.Instant;

/**
 * One change of shifts, at which a hand-over is given.
 *
 * @param at when the incoming shift begins
 * @param began when the outgoing one began
 */
public record ShiftChange(Instant at, WardShifts.Shift from, WardShifts.Shift to, Instant began) {}
