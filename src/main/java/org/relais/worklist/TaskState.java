package org.relais.worklist;

/** The life of a task: open, then closed once. */
enum TaskState {
    OPEN,
    DONE,
    CANCELLED,
    /** A newer task of the same source took its place. */
    REPLACED
}
