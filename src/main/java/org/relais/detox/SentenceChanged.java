package org.relais.detox;

import org.relais.shared.Conflict;

/** A colleague wrote the sentence meanwhile; theirs stands, and nothing was overwritten. */
public class SentenceChanged extends Conflict {

    private final transient HandOverSentence theirs;

    SentenceChanged(HandOverSentence theirs) {
        super("detox.hand-over.error.sentence");
        this.theirs = theirs;
    }

    /** The one that stands. */
    public HandOverSentence theirs() {
        return theirs;
    }
}
