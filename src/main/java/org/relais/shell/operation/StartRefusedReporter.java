package org.relais.shell.operation;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import org.relais.shared.StartRefused;

/** Says in one line why the portal does not start. The process then ends with a code other than 0. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                LoggerFactory.getLogger(StartRefusedReporter.class)
                        .error("Relais ne démarre pas. {}", refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
