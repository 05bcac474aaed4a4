/**
 * Exchange with other systems: what comes in as FHIR is read here, and what goes out is written here. The records that
 * were read are in {@code referral} and name no FHIR type; the reading itself is in {@code fhir} and is the only place
 * where HAPI FHIR may be used. What was read is handed to the rooms it belongs to; these know nothing of this room.
 */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "worklist",
            "episode",
            "record",
            "history"
        })
@NullMarked
package org.relais.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
