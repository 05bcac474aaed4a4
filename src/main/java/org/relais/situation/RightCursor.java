package org.relais.situation;

import java.time.LocalDate;

import org.relais.shared.SocialRightId;

/** A place in a list by due day. */
public record RightCursor(LocalDate dueOn, SocialRightId id) {}
