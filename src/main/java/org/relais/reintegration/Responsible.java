package org.relais.reintegration;

import org.relais.shared.StaffId;

/** Who sees to a step. */
public sealed interface Responsible {

    /** The person themselves. */
    record ThePerson() implements Responsible {}

    /** A member of staff. */
    record Worker(StaffId staff) implements Responsible {}

    /**
     * Somebody outside the service.
     *
     * @param name a service or a role such as a housing association, up to 120 characters
     */
    record ThirdParty(String name) implements Responsible {}
}
