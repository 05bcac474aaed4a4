package org.relais.shared;

/** Nothing is there, or nothing that may be known to be there: both answers look the same. */
public class NotFound extends RelaisException {

    public NotFound() {
        super("shared.error.not-found");
    }
}
