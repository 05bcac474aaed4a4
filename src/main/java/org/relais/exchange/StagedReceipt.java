package org.relais.exchange;

/**
 * What came of putting a file in.
 *
 * @param already whether the same content lay here before: {@code file} is then that one, and nothing was added
 */
public record StagedReceipt(StagedFile file, boolean already) {}
