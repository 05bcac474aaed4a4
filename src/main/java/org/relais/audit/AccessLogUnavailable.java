package org.relais.audit;

import org.relais.shared.RelaisException;

/** The access log could not be written, so nothing is shown: it fails closed. */
public class AccessLogUnavailable extends RelaisException {

    AccessLogUnavailable(Throwable cause) {
        super("audit.error.unavailable");
        initCause(cause);
    }
}
