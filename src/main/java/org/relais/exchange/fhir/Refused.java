package org.relais.exchange.fhir;

import org.relais.exchange.referral.BrokenReferral;
import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.Place;

/** A fault within a file, before the name of the file is put to it. Carries no value of the file. */
final class Refused extends RuntimeException {

    private final transient Place place;
    private final Fault fault;
    private final transient Object[] arguments;

    Refused(Place place, Fault fault, Object... arguments) {
        super(fault.key(), null, false, false);
        this.place = place;
        this.fault = fault;
        this.arguments = arguments;
    }

    Refused(String path, Fault fault, Object... arguments) {
        this(new Place.Path(path), fault, arguments);
    }

    BrokenReferral in(String file) {
        return new BrokenReferral(file, place, fault, arguments);
    }
}
