package org.relais.exchange.referral;

import java.util.stream.Stream;

import org.relais.shared.RelaisException;

/**
 * A file that was refused as a whole: nothing of it was taken. It names the file, the place and the fault, and never
 * repeats a value of the file, so that the message may be logged.
 */
public final class BrokenReferral extends RelaisException {

    private final String file;
    private final transient Place place;
    private final Fault fault;

    /** @param arguments what the message of the fault names beside the file, as {@link Fault} says */
    public BrokenReferral(String file, Place place, Fault fault, Object... arguments) {
        super(fault.key(), Stream.concat(Stream.of(file), Stream.of(arguments)).toArray());
        this.file = file;
        this.place = place;
        this.fault = fault;
    }

    /** The name of the file, without its folder. */
    public String file() {
        return file;
    }

    public Place place() {
        return place;
    }

    public Fault fault() {
        return fault;
    }
}
