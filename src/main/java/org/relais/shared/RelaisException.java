package org.relais.shared;

import java.util.List;

/** An error with a meaning for the person at the screen: a bundle key and its arguments, never a stack trace. */
public abstract class RelaisException extends RuntimeException {

    private final transient List<Object> arguments;
    private final String key;

    protected RelaisException(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The key of the message in the bundles. */
    public String key() {
        return key;
    }

    /** The values of the message's placeholders, in order. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
