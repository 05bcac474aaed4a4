package org.relais.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.person.ElsewhereHint;

/**
 * Who may be the person of a file that waits for its identity.
 *
 * @param candidates people of the reader's centres, those the source means by its own number first
 * @param known whether one of the candidates is who the source means: then nobody new is registered
 * @param elsewhere whether the source means somebody whose record is led at another centre: then nobody new either
 * @param hint that somebody of that name and birth date has a record at another centre
 */
public record StagedMatches(
        List<StagedMatch> candidates,
        boolean known,
        boolean elsewhere,
        @Nullable ElsewhereHint hint) {

    public StagedMatches {
        candidates = List.copyOf(candidates);
    }

    /** Whether somebody new may be registered. */
    public boolean mayRegister() {
        return !known && !elsewhere;
    }
}
