package org.relais.episode;

import java.util.List;

import org.relais.episode.EpisodeChange.PersonDischarged;

/**
 * Something another room wants to know when an episode ends; implemented there, as a bean. The dialog of the discharge
 * asks it, and the room hears the answer within the transaction of the discharge, after the event.
 */
public interface DischargeQuestion {

    /** What names it in {@link Discharge#answers}. */
    String code();

    /** The key of its label. */
    String labelKey();

    /** Two to four answers; the first one stands until another is chosen. */
    List<Choice> choices();

    /** Whether it is asked when an episode in this state ends for this reason. */
    boolean asked(EpisodeState state, EndReason reason);

    /** Hears what was answered; not called when nothing was. */
    void answered(PersonDischarged discharged, String choice);

    /** One answer, and the key of its word. */
    record Choice(String code, String key) {}
}
