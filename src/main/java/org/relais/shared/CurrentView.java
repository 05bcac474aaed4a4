package org.relais.shared;

import org.jspecify.annotations.Nullable;

/** Which screen asks, as far as there is one. The frame knows; whoever logs asks. */
public interface CurrentView {

    /** The template of the route on the current thread, such as {@code people/:person}; never an id or a text. */
    @Nullable
    String template();
}
