package org.relais.demo;

import org.relais.shared.StartRefused;

/** Why a command of the demonstration stops before it began. The message is one French sentence for the terminal. */
public final class DemonstrationRefused extends StartRefused {

    private static final long serialVersionUID = 1L;

    public DemonstrationRefused(String message) {
        super(message);
    }

    public DemonstrationRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
