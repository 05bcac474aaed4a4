package org.relais.assessment.page;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.Instrument;
import org.relais.shared.CentreId;

/** What a room says beside an instrument while it is rated: the dose it asks for, when it is due again, whom to call. */
public interface ScoreAdvice {

    /** Where it stands among the advice of other rooms, the lowest first. */
    int order();

    /**
     * What to show beside the form; empty when nothing follows from this instrument for this person.
     *
     * @param grant to write in the medical section
     * @param centre for which the form is filled in
     */
    Optional<Beside> beside(Grant grant, Instrument instrument, CentreId centre);

    /** What one room shows, following the total. */
    interface Beside {

        Component component();

        /**
         * Told at each change.
         *
         * @param total so far; null while there is none
         * @param band the code of the band in which a complete total lies; null before
         */
        void rated(@Nullable Integer total, @Nullable String band);
    }
}
