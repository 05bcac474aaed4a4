package org.relais.shared;

/** The command is valid but the state of things forbids it: a bed that is taken, a note already signed. */
public class Conflict extends RelaisException {

    public Conflict(String key, Object... arguments) {
        super(key, arguments);
    }
}
