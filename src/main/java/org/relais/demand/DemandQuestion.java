package org.relais.demand;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * Of whom a file is made.
 *
 * @param year in which the treatments begin
 * @param centre whose clients; null for those of all centres
 */
public record DemandQuestion(int year, @Nullable CentreId centre) {}
