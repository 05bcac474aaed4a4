package org.relais.oversight;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LoggedAccess;

/**
 * One row of the access log as the desk shows it.
 *
 * @param fileNumber of the record it was about; null when it was about none
 */
public record LogRow(LoggedAccess access, @Nullable String fileNumber) {}
