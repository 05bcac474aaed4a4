package org.relais.access;

/** How much of one entry of the record is shown, from nothing to all. */
public enum EntryLevel {
    /** Not in the list at all, and not counted. */
    HIDDEN,
    /** That something exists, its time, discipline and author; no title, no text. */
    EXISTENCE,
    /** Existence, type and the author's one-line title; no text. */
    SUMMARY,
    FULL
}
