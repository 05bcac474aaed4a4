package org.relais.doors;

import java.util.List;

import org.relais.exchange.referral.IncomingPerson;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.exchange.referral.SourceKey;

/** A referral about somebody of whom the file says nothing. */
final class EmptyReferral {

    private EmptyReferral() {}

    static IncomingReferral of(String file) {
        var person = new IncomingPerson(
                new SourceKey("urn:test", "nobody", "Patient", "nobody"),
                null,
                List.of(),
                null,
                null,
                IncomingPerson.Gender.UNKNOWN,
                false,
                null,
                List.of(),
                List.of(),
                List.of());
        return new IncomingReferral(
                file, person, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }
}
