package org.relais.relatives;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.person.TellingTopic;
import org.relais.shared.CentreId;
import org.relais.shared.RelativeContactId;
import org.relais.shared.RelativeId;

/**
 * A contact with a relative, as typed. The same id twice logs it once.
 *
 * @param id given when the form is opened
 * @param centre one in which the author takes part in the person's care
 * @param at when it was; null: now
 * @param told the topics that came up and may be told
 * @param beyond those that may not and were told all the same
 * @param words what was said to the relative, up to {@value RelativeContacts#WORDS} characters
 * @param reason required where something was told beyond what may be
 * @param heard what the relative said, up to {@value RelativeContacts#WORDS} characters: theirs, and not copied on
 */
public record LogContact(
        RelativeContactId id,
        RelativeId relative,
        CentreId centre,
        @Nullable ContactForm form,
        @Nullable Instant at,
        Set<TellingTopic> told,
        Set<TellingTopic> beyond,
        @Nullable String words,
        @Nullable String reason,
        @Nullable String heard) {

    public LogContact {
        told = Set.copyOf(told);
        beyond = Set.copyOf(beyond);
    }
}
