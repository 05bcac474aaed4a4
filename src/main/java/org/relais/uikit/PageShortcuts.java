package org.relais.uikit;

import java.util.Map;

/** A page with keys of its own, which the list of shortcuts names while it is shown. */
public interface PageShortcuts {

    /** What each key does, already translated, by its keys as they are written; in the order of the list. */
    Map<String, String> shortcuts();
}
