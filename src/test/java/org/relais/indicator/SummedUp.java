package org.relais.indicator;

import org.springframework.boot.test.context.TestComponent;

/** Lets a test see at once what is summed up within the minute. */
@TestComponent
public class SummedUp {

    private final SummingUp sums;

    SummedUp(SummingUp sums) {
        this.sums = sums;
    }

    /** Brings the sums up to date. */
    public void now() {
        sums.sumUp();
    }
}
