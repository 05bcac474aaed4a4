package org.relais.referral;

import java.time.LocalDate;

import org.relais.access.ConsentPurpose;
import org.relais.access.Section;
import org.relais.person.TellingTopic;

/** Why a letter may not go to its recipient: one thing, said precisely. Days are service days of the centre. */
public sealed interface Obstacle {

    /** The person never agreed to share anything with this recipient. */
    record NoConsent() implements Obstacle {}

    /** The last consent ended by itself. */
    record Expired(LocalDate on) implements Obstacle {}

    /** The person withdrew the last consent. */
    record Withdrawn(LocalDate on) implements Obstacle {}

    /** A consent holds, but for something else. */
    record OtherPurpose(ConsentPurpose given) implements Obstacle {}

    /** A consent holds, but without this section of the letter. */
    record NotIncluded(Section section) implements Obstacle {}

    /** Somebody close may not be told of this topic. */
    record NotTold(TellingTopic topic) implements Obstacle {}

    /** What somebody close might be told held until a day that has passed. */
    record ToldUntil(LocalDate day) implements Obstacle {}

    /** Nobody close is ever told of this section. */
    record NeverTold(Section section) implements Obstacle {}

    /** The recipient is no longer to be chosen, or no longer known. */
    record Gone() implements Obstacle {}
}
