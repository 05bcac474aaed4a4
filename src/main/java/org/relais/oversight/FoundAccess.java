package org.relais.oversight;

import org.jspecify.annotations.Nullable;

/**
 * An unusual access as the desk lists it.
 *
 * @param fileNumber of the record it was about; null where it is about no one person
 */
public record FoundAccess(Finding finding, @Nullable String fileNumber) {}
