package org.relais.exchange;

/**
 * A part that was left out of entries that were otherwise taken.
 *
 * @param path the element, such as {@code Patient.maritalStatus}
 * @param key where the words of the reason are
 */
public record PartResult(String path, String key, int count) {}
