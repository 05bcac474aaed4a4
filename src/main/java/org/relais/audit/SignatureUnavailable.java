package org.relais.audit;

import org.relais.shared.RelaisException;

/** The key that signs cannot be read, so nothing is signed and no file leaves. */
public class SignatureUnavailable extends RelaisException {

    SignatureUnavailable(Throwable cause) {
        super("audit.error.signature");
        initCause(cause);
    }
}
