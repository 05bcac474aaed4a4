/** The screens of the exchange: what came in, and how imported notes look in the timeline. */
@ApplicationModule(
        displayName = "Exchange: screens",
        allowedDependencies = {
            "exchange",
            "exchange :: referral",
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "history",
            "record",
            "record :: page",
            "uikit"
        })
@NullMarked
package org.relais.exchange.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
