package org.relais.detox;

import org.springframework.stereotype.Component;

/** Whether this node's last look found a hand-over that nobody signed for in time: without one no page asks for it. */
@Component
class LateHandOvers {

    private volatile boolean any;

    boolean any() {
        return any;
    }

    void found(boolean some) {
        any = some;
    }
}
