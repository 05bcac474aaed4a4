package org.relais.shared;

/** How much something asks to be looked at, most urgent first. Shown by colour, icon and word together. */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO,
    OK,
    NEUTRAL
}
