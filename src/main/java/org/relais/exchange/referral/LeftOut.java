package org.relais.exchange.referral;

/**
 * So many entries of one kind left out for one reason.
 *
 * @param count at least 1
 */
public record LeftOut(LeftOutReason reason, int count) {

    public LeftOut {
        if (count < 1) {
            throw new IllegalArgumentException("Nothing was left out");
        }
    }
}
