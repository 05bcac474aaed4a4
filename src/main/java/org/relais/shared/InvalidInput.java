package org.relais.shared;

/** A value that was refused where it was entered. Values are never clamped or repaired in silence. */
public class InvalidInput extends RelaisException {

    private final String field;

    /** @param field the property of the command that was refused, so that the message stands at that field */
    public InvalidInput(String field, String key, Object... arguments) {
        super(key, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
