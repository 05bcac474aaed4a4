package org.relais.history;

import org.relais.shared.CentreId;
import org.relais.shared.HistoryItemId;

/**
 * Tells what a person uses, as a new version of their profile.
 *
 * @param id given by the screen; saving again with the same id changes nothing
 * @param centre one in which the actor takes part: each centre leads its own versions
 * @param expectedVersion the version of this centre it was opened with; 0 where there was none
 */
public record SaveSubstances(HistoryItemId id, CentreId centre, int expectedVersion, SubstanceAnswers answers) {}
