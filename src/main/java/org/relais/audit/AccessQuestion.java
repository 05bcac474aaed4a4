package org.relais.audit;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A yes/no question about accesses that a rule of unusual access may ask, answered by a room that knows. Several rooms
 * may answer the same question: one yes is a yes. The asker has its own row in the log before it asks, and gets no fact
 * but the answer.
 */
public interface AccessQuestion {

    /** What rule files call it. */
    String code();

    /**
     * The accesses answered with yes, by the ids of their rows. For a whole batch, in as few statements as there are
     * kinds of rows to look at.
     *
     * @throws IllegalArgumentException when the rule does not say what the question needs
     */
    Set<UUID> yes(Collection<AskedAccess> asked, QuestionTerms terms);
}
