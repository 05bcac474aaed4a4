package org.relais.detox;

import org.relais.shared.DisplayId;
import org.relais.shared.UnitId;

/**
 * Makes a display for the wall of a ward.
 *
 * @param name where it hangs
 * @param language in which it speaks, such as {@code fr}
 */
public record IssueDisplay(DisplayId id, UnitId unit, String name, String language, WallScheme scheme) {}
