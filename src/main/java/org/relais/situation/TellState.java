package org.relais.situation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.SituationStateId;

/**
 * Tells a state, as typed.
 *
 * @param id given by the form; telling it again changes nothing
 * @param centre one in which the author takes part in the person's care
 * @param code of the {@link StateList}
 * @param lasting that the place is one to stay in; only for answers that ask for it
 * @param from required; the state before it ends the day before
 * @param to the last day where it is known; before the next state begins
 * @param note one line, up to 200 characters
 */
public record TellState(
        SituationStateId id,
        CentreId centre,
        @Nullable StateKind kind,
        @Nullable String code,
        boolean lasting,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String note) {}
