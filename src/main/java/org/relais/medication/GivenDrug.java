package org.relais.medication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * That a drug was given: no more of it than a clock needs.
 *
 * @param person the record it stands in
 * @param drug its code in the drug list; null for one that is not in the list
 */
public record GivenDrug(
        PersonId person, CentreId centre, @Nullable String drug, Instant observedAt) {}
