package org.relais.detox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The hand-over of a ward as it stands for its reader.
 *
 * @param change the change of shifts it is for
 * @param opens whether it may be signed at this hour
 * @param pages in the order of the beds
 * @param given how it was signed; null until then
 */
public record HandOverNow(
        ShiftChange change,
        WardShifts shifts,
        Stage stage,
        boolean opens,
        List<HandOverPage> pages,
        @Nullable GivenHandOver given) {

    /** What its reader may do with it. */
    public enum Stage {
        /** Go through it and sign it. */
        GIVE,
        /** They signed it. */
        GIVEN,
        /** Read it and sign for it. */
        RECEIVE,
        /** They signed for it. */
        RECEIVED,
        /** Only read it. */
        READ
    }

    /** Which one is asked for. */
    public enum Which {
        /** The one of the change that is near, or was last. */
        CURRENT,
        /** The one of the change to come: to write for it early. */
        NEXT
    }

    public HandOverNow {
        pages = List.copyOf(pages);
    }

    /** How many pages the reader has read as they stand. */
    public int read() {
        return Math.toIntExact(pages.stream().filter(HandOverPage::read).count());
    }
}
