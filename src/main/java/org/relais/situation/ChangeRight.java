package org.relais.situation;

import org.relais.shared.SocialRightId;

/**
 * Moves a right on.
 *
 * @param expectedVersion the version on the author's screen
 */
public record ChangeRight(SocialRightId right, int expectedVersion, RightStanding standing) {}
