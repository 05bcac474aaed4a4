package org.relais.demand;

/** Says the words of a file's head in the language of whoever has it made. */
@FunctionalInterface
public interface DemandWords {

    /** The words of a key. */
    String say(String key, Object... arguments);
}
