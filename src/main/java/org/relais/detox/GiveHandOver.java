package org.relais.detox;

import java.time.Instant;
import java.util.Locale;

import org.relais.shared.HandOverId;
import org.relais.shared.UnitId;

/**
 * Signs the hand-over of a ward.
 *
 * @param id given by the screen: the same one twice signs once
 * @param change the change of shifts it is for
 * @param language the one it was read in
 */
public record GiveHandOver(HandOverId id, UnitId unit, Instant change, Locale language) {}
