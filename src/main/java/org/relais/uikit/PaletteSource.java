package org.relais.uikit;

import java.util.List;
import java.util.Locale;

/** Answers what is typed in the command palette. Rooms implement it as a bean; access control and logging are theirs. */
public interface PaletteSource {

    /** At most a handful of entries for the signed-in user, best first; none when the text says nothing to this source. */
    List<PaletteEntry> find(String text, Locale locale);

    /** Where its groups stand among the others, smallest first. */
    int order();
}
