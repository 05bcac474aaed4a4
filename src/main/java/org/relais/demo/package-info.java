/**
 * The demonstration: a real MariaDB started beside the portal, and the service shown in it. Nothing here runs against
 * any other database, and nothing here is in the production jar.
 *
 * <p>A {@link org.relais.demo.Script} invents the people and says who did what when; the {@link
 * org.relais.demo.Performer} does it through the rooms' own services, so that every row is as real use leaves it.
 */
@ApplicationModule(
        displayName = "Demonstration",
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
            "history",
            "assessment",
            "detox",
            "escalation",
            "medication",
            "plan",
            "therapy",
            "reintegration",
            "situation",
            "agenda",
            "directory",
            "referral",
            "aftercare",
            "relatives",
            "demand",
            "indicator"
        })
@NullMarked
package org.relais.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
