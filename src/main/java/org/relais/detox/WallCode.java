package org.relais.detox;

import java.time.Instant;

/** What makes a device a display: to be typed there once, and shown nowhere again. */
public record WallCode(String code, Instant until) {}
