package org.relais.demo;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.person.TellingTopic;
import org.relais.relatives.ContactForm;
import org.relais.relatives.SupportAnswer;
import org.relais.relatives.SupportKind;

/** What there is with the relative of a person who was named first. */
sealed interface RelativesDeed extends Deed.OfRelatives {

    /** @param told within what may be told on that day */
    record Speak(
            String centre,
            ContactForm form,
            Set<TellingTopic> told,
            @Nullable String words,
            @Nullable String heard) implements RelativesDeed {
        public Speak {
            told = Set.copyOf(told);
        }
    }

    record Offer(String centre, SupportKind kind, @Nullable String note) implements RelativesDeed {}

    /** What became of the offer of that kind. */
    record Answer(
            SupportKind kind,
            SupportAnswer answer,
            @Nullable String note) implements RelativesDeed {}
}
