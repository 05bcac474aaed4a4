package org.relais.exchange;

import org.relais.person.PersonName;
import org.relais.person.PossibleDuplicate.Reason;

/**
 * Somebody of the reader's centres who may be the person of a file.
 *
 * @param reason what speaks for it
 * @param contradicted whether birth date or name speak against it: the file cannot be taken over for them
 */
public record StagedMatch(PersonName name, Reason reason, boolean contradicted) {}
