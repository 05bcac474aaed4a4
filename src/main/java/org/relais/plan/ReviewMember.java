package org.relais.plan;

import org.relais.shared.RelativeId;
import org.relais.shared.StaffId;

/** Somebody who took part in a review. */
public sealed interface ReviewMember {

    /** A colleague. */
    record Colleague(StaffId staff) implements ReviewMember {}

    /** The person whose plan it is. */
    record ThePerson() implements ReviewMember {}

    /**
     * Somebody close to the person.
     *
     * @param name as the record named them at that time; in a command it is not looked at
     */
    record CloseOne(RelativeId relative, String name) implements ReviewMember {}
}
