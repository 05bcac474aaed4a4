package org.relais.shell;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a failure to the log under a reference that can be read out on the telephone. */
final class FailureLog {

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    /** The reference under which the failure was logged. */
    static String record(Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Unexpected failure {}", reference, failure);
        return reference;
    }
}
