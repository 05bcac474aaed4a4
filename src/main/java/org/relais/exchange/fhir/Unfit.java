package org.relais.exchange.fhir;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;

/** A fault within one resource, known by element or value; where that stands is looked up in the resource afterwards. */
final class Unfit extends RuntimeException {

    private final Fault fault;
    private final @Nullable String element;
    private final transient @Nullable String value;
    private final transient Object[] arguments;

    Unfit(Fault fault, @Nullable String element, @Nullable String value, Object... arguments) {
        super(fault.key(), null, false, false);
        this.fault = fault;
        this.element = element;
        this.value = value;
        this.arguments = arguments;
    }

    Refused within(JsonPaths paths) {
        return new Refused(paths.find(element, value), fault, arguments);
    }
}
