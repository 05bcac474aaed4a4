package org.relais.audit;

/**
 * An epoch as somebody outside the database remembers it.
 *
 * @param epoch its number
 * @param hash its hash in hexadecimal
 */
public record Checkpoint(long epoch, String hash) {}
