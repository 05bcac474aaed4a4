package org.relais.shared;

/**
 * The portal does not start, because it would be unsafe. The message is one French line for the operator: it names the
 * setting, says what is wrong with it and what to do, and never holds a secret.
 */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
