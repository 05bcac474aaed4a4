package org.relais.referral;

import org.relais.shared.PartnerId;
import org.relais.shared.RelativeId;

/** To whom a letter goes. */
public sealed interface Recipient {

    /** A partner of the directory; what it receives rests on a consent that names it. */
    record ToPartner(PartnerId partner) implements Recipient {}

    /** Somebody close to the person; what they receive rests on what they may be told. */
    record ToRelative(RelativeId relative) implements Recipient {}
}
