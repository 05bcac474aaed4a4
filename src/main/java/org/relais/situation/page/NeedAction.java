package org.relais.situation.page;

import java.util.function.Consumer;

import org.relais.access.Grant;
import org.relais.situation.Need;
import org.relais.uikit.Glyph;

/** What a room makes of a need in one click, such as a step or a goal. A bean; its button stands in the need's line. */
public interface NeedAction {

    /** Where it stands among the actions of other rooms, the lowest first. */
    int order();

    /** The key of what its button says. */
    String labelKey();

    Glyph glyph();

    /**
     * Whether it is offered for this need to this reader. No SQL: it is asked for every line.
     *
     * @param social to write in the social section
     */
    boolean offered(Grant social, Need need);

    /**
     * Does it, or opens the form for it.
     *
     * @param social to write in the social section; rooms that write elsewhere ask for a grant of their own
     * @param done to be called when it is done, with one line that says what; the need then counts as answered
     */
    void act(Grant social, Need need, Consumer<String> done);
}
