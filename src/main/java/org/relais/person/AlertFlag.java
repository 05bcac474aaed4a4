package org.relais.person;

import org.relais.shared.Severity;

/** That somebody has an alert, of which kind and how severe: the minimum that whoever comes near must know. */
public record AlertFlag(AlertKind kind, Severity severity) {}
