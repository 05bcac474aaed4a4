package org.relais;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * One line of JSON for each event, with the field names of the Elastic Common Schema, and without what the portal holds
 * about people: databases, drivers and parsers quote values in the messages of their exceptions, so no message of an
 * exception is written. Class, error code and stack say where it broke; the reference shown to the user finds the line.
 *
 * <p>It belongs to the process, as the clock does, and so to no room.
 *
 * <p>Control characters are escaped, so that no text makes a second line or moves a terminal's cursor.
 */
@NullMarked
public final class PrivateLogFormat implements StructuredLogFormatter<ILoggingEvent> {

    /** The marks that each line of a request carries, see {@code shell}. */
    static final String REQUEST = "request";

    static final String SESSION = "session";

    private static final String TAKEN_OUT = "[…]";

    /** Libraries that quote values in what they log without an exception. */
    private static final Pattern QUOTING = Pattern.compile("(org\\.hibernate|org\\.mariadb|com\\.zaxxer|SQL)(\\..*)?");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|\\([^)]*=[^)]*\\)");

    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(event -> {
                event.add("@timestamp", ILoggingEvent::getInstant);
                event.add("log.level", each -> each.getLevel().toString());
                event.add("log.logger", ILoggingEvent::getLoggerName);
                event.add("process.thread.name", each -> plain(each.getThreadName()));
                event.add("message", PrivateLogFormat::message);
                event.add("request.id", each -> each.getMDCPropertyMap().get(REQUEST))
                        .whenNotNull();
                event.add("session.hash", each -> each.getMDCPropertyMap().get(SESSION))
                        .whenNotNull();
                event.add("error.type", PrivateLogFormat::type).whenNotNull();
                event.add("error.stack_trace", PrivateLogFormat::stack).whenNotNull();
            })
            .withNewLineAtEnd();

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    private static String message(ILoggingEvent event) {
        var message = event.getFormattedMessage() == null ? "" : event.getFormattedMessage();
        Set<IThrowableProxy> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var cause = event.getThrowableProxy(); cause != null && seen.add(cause); cause = cause.getCause()) {
            // Containers repeat the message of what they caught
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                message = message.replace(cause.getMessage(), TAKEN_OUT);
            }
        }
        if (QUOTING.matcher(event.getLoggerName()).matches()) {
            message = QUOTED.matcher(message).replaceAll(TAKEN_OUT);
        }
        return message;
    }

    private static @Nullable String type(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return failure == null ? null : failure.getClassName();
    }

    private static @Nullable String stack(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy failure
                ? SilentStack.of(failure.getThrowable())
                : null;
    }

    private static String plain(String name) {
        return name.length() > 80 ? name.substring(0, 80) : name;
    }
}
