package org.relais.exchange.referral;

/**
 * A part of entries that were otherwise taken.
 *
 * @param path the element, such as {@code Patient.maritalStatus} or {@code Patient.extension('http://...')}
 * @param count in how many entries, or how many times for an extension
 */
public record PartLeftOut(String path, LeftOutReason reason, int count) {}
