package org.relais.uikit;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** The toasts one browser window shows now, oldest first. */
final class OpenToasts implements Serializable {

    private final Deque<Toast> open = new ArrayDeque<>();

    void admit(Toast toast, int most) {
        open.removeIf(earlier -> !earlier.isOpened());
        while (open.size() >= most) {
            open.removeFirst().close();
        }
        open.addLast(toast);
    }
}
