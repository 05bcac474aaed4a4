package org.relais.person;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/**
 * Warns everybody who treats the person.
 *
 * @param text one line of at most 300 characters, such as the substance and the reaction
 * @param source where it is known from: the person, a letter, another service; at most 200 characters
 */
public record AddAlert(
        AlertKind kind,
        Severity severity,
        String text,
        @Nullable String source) {}
