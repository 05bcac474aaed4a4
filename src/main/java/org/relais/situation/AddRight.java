package org.relais.situation;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.SocialRightId;

/**
 * Begins to follow a right or benefit, as typed.
 *
 * @param id given by the form; adding it again changes nothing
 * @param centre one in which the author takes part in the person's care
 * @param kind a code of the {@link RightList}
 * @param words what it is more exactly, one line up to 200 characters
 */
public record AddRight(
        SocialRightId id,
        CentreId centre,
        @Nullable String kind,
        @Nullable String words,
        RightStanding standing) {}
