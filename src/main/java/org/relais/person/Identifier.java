package org.relais.person;

/**
 * What another register calls the person.
 *
 * @param system the register, as a name or a URI of at most 120 characters
 * @param value at most 120 characters
 */
public record Identifier(String system, String value) {}
