package org.relais.situation;

import java.time.Instant;

import org.relais.shared.StaffId;

/** How a right stood from one moment on. */
public record RightChange(int version, RightStanding standing, Instant changedAt, StaffId changedBy) {}
