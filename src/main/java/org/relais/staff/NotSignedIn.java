package org.relais.staff;

import org.relais.shared.RelaisException;

/** Nobody known to the service is acting: not signed in, unknown here, or no longer active. */
public class NotSignedIn extends RelaisException {

    NotSignedIn() {
        super("staff.error.not-signed-in");
    }
}
